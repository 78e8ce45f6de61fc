// What a script adds to the pages of joining: what is typed is saved as it is typed. Without it they work all the same.

/** How long typing may run ahead of what the server keeps, and how long a lost connection is left alone; in milliseconds. */
const PACE = 1200;
const AGAIN = 5000;
const MEMORY = 'kvartal.join.';

/**
 * Saves one page of a form, one save at a time, each with a higher sequence than the last. Until the server has confirmed it, a copy stays in
 * this browser, so neither a lost connection nor a killed tab takes a word.
 */
class Keeper {
    constructor(form) {
        this.form = form;
        this.says = form.querySelector('[data-kept-says]');
        this.memory = `${MEMORY}${form.dataset.memory}.${form.dataset.keep}`;
        this.base = Number(form.elements.sequence.value) - 1;
        this.confirmed = this.typed();
        form.addEventListener('input', () => this.changed());
        form.addEventListener('submit', () => this.leave());
        addEventListener('online', () => this.save());
        document.addEventListener('visibilitychange', () => document.hidden && this.save());
        this.restore();
    }

    /** What stands in the fields, as it is sent. Files come with the form alone. */
    typed() {
        const fields = new FormData(this.form);
        for (const name of ['sequence', 'from', 'q', 'detach']) {
            fields.delete(name);
        }
        return new URLSearchParams([...fields].filter(([, value]) => typeof value === 'string')).toString();
    }

    changed() {
        if (this.typed() === this.confirmed) {
            forget(this.memory);
            return;
        }
        this.remember();
        this.timer ??= setTimeout(() => this.save(), PACE);
    }

    async save() {
        clearTimeout(this.timer);
        this.timer = null;
        const typed = this.typed();
        if (this.saving || this.over || typed === this.confirmed) {
            return;
        }
        this.saving = true;
        try {
            await this.send(typed);
        } finally {
            this.saving = false;
        }
        if (!this.over && this.typed() !== this.confirmed) {
            this.timer ??= setTimeout(() => this.save(), this.lost ? AGAIN : PACE);
        }
    }

    async send(typed) {
        const body = new URLSearchParams(typed);
        body.set('sequence', this.base + 1);
        let answer;
        try {
            answer = await fetch(this.form.dataset.keep, { method: 'POST', body, headers: { Accept: 'application/json' }, keepalive: true });
        } catch {
            return this.fail();
        }
        if (answer.status === 404) {
            this.over = true;
            return this.say(this.form.dataset.saysGone);
        }
        if (!answer.ok) {
            return this.fail();
        }
        const kept = await answer.json();
        this.lost = false;
        if (kept.problem) {
            this.confirmed = typed;
            return this.say(kept.problem);
        }
        // Another window went on meanwhile: what is typed here comes after it.
        this.base = Math.max(this.base, kept.sequence);
        this.form.elements.sequence.value = this.base + 1;
        if (kept.kept) {
            this.confirmed = typed;
            if (this.typed() === typed) {
                forget(this.memory);
            }
            this.say(this.restored ? this.form.dataset.saysBack : this.form.dataset.saysKept);
            this.restored = false;
        }
    }

    fail() {
        this.lost = true;
        this.say(this.form.dataset.saysNot);
    }

    /** The form itself is on its way: its save comes last, and the copy goes once another page of the application is open. */
    leave() {
        this.remember(true);
        this.form.elements.sequence.value = this.base + 2;
    }

    /** Puts back what this browser remembers, where nobody has changed the page since. */
    restore() {
        const copy = recall(this.memory);
        if (!copy || copy.typed === this.confirmed || copy.from !== this.confirmed) {
            forget(this.memory);
            return;
        }
        const fields = new URLSearchParams(copy.typed);
        for (const field of this.form.elements) {
            if (!field.name || ['hidden', 'file', 'submit'].includes(field.type)) {
                continue;
            }
            if (['checkbox', 'radio'].includes(field.type)) {
                field.checked = fields.getAll(field.name).includes(field.value);
            } else {
                field.value = fields.get(field.name) ?? '';
            }
        }
        this.restored = true;
        this.save();
    }

    remember(sent = false) {
        try {
            localStorage.setItem(this.memory, JSON.stringify({ typed: this.typed(), from: this.confirmed, sent }));
        } catch {
            // A browser without memory for pages still has the server's copy.
        }
    }

    say(words) {
        if (this.says.textContent !== words) {
            this.says.textContent = words;
        }
    }
}

function recall(memory) {
    try {
        return JSON.parse(localStorage.getItem(memory) ?? 'null');
    } catch {
        return null;
    }
}

function forget(memory) {
    try {
        localStorage.removeItem(memory);
    } catch {
        // Nothing was remembered there either.
    }
}

/** Copies that went off with a form whose answer led to this page. */
function forgetSent(here) {
    try {
        Object.keys(localStorage)
            .filter((memory) => memory.startsWith(MEMORY) && memory !== here && recall(memory)?.sent)
            .forEach(forget);
    } catch {
        // A browser without memory for pages has nothing to forget.
    }
}

const form = document.querySelector('form[data-keep]');
const keeper = form && new Keeper(form);
forgetSent(keeper?.memory);

// A second press is the same press.
for (const once of document.querySelectorAll('form[data-once]')) {
    let sent = false;
    once.addEventListener('submit', (event) => {
        if (sent) {
            event.preventDefault();
        }
        sent = true;
    });
    // A page that Back brings back can be sent again.
    addEventListener('pageshow', () => { sent = false; });
}

document.querySelector('.field.wrong :is(input:not([type="hidden"]), select, textarea)')?.focus();
