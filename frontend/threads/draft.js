/** How long typing may run ahead of what the server keeps. */
const PACE = 2000;

/**
 * Keeps what is being written. Every couple of seconds it goes to the server, one save at a time, each with a higher sequence than the
 * last; until the server has confirmed it, a copy stays in this browser, so neither a lost connection nor a killed tab takes a word.
 *
 * Two pages may write the same draft. A save names the sequence it began from; where the server keeps a newer one, nothing is
 * overwritten: the page is told, and the writer chooses.
 */
export class Draft {
    /**
     * @param place the place that is written at: its key names the draft
     * @param person whose browser memory it is
     * @param kept what the server keeps: {post, sequence, title, text, language, onBehalfOf, savedAt}
     * @param save sends a draft to the server
     * @param on.saved called with the moment of a confirmed save
     * @param on.conflict called with the newer draft of another page
     */
    constructor({ place, person, kept, save, on }) {
        this.place = place;
        this.memory = `kvartal.draft.${person}.${place}`;
        this.save = save;
        this.on = on;
        this.take(kept);
    }

    /** Goes on from what the server keeps. */
    take(kept) {
        this.post = kept.post;
        this.base = kept.sequence;
        this.savedAt = kept.savedAt ?? null;
        this.confirmed = { title: kept.title ?? '', text: kept.text, language: kept.language, onBehalfOf: kept.onBehalfOf ?? '' };
        this.now = { ...this.confirmed };
    }

    /**
     * What this browser remembers beyond what the server keeps.
     *
     * @returns {unsaved} text to go on with, {conflict} where both went on, or nothing
     */
    remembered() {
        let copy = null;
        try {
            copy = JSON.parse(localStorage.getItem(this.memory) ?? 'null');
        } catch {
            this.#forget();
        }
        if (!copy || typeof copy.text !== 'string' || same(copy, this.confirmed)) {
            this.#forget();
            return {};
        }
        if (copy.base >= this.base || this.base === 0 || this.confirmed.text === '') {
            return { unsaved: copy };
        }
        return copy.text.trim() === '' ? {} : { conflict: copy };
    }

    typed(now) {
        this.now = { ...now };
        if (same(this.now, this.confirmed)) {
            this.#forget();
            return;
        }
        this.#remember();
        this.timer ??= setTimeout(() => this.flush(), PACE);
    }

    /** Saves what is not saved yet, now. Resolves when the server has answered. */
    async flush() {
        clearTimeout(this.timer);
        this.timer = null;
        if (this.saving) {
            return this.saving;
        }
        if (this.held || same(this.now, this.confirmed)) {
            return undefined;
        }
        this.saving = this.#send({ ...this.now });
        try {
            await this.saving;
        } finally {
            this.saving = null;
        }
        if (!this.held && !same(this.now, this.confirmed)) {
            this.timer ??= setTimeout(() => this.flush(), PACE);
        }
        return undefined;
    }

    async #send(sent) {
        let answer;
        try {
            answer = await this.save({ place: this.place, post: this.post, base: this.base, ...sent });
        } catch {
            // The copy in this browser stays, and the next word tries again.
            return;
        }
        if (answer.conflict && !same(answer.conflict, sent) && !same(answer.conflict, this.confirmed)) {
            this.hold();
            this.on.conflict(answer.conflict);
            return;
        }
        const kept = answer.conflict ?? answer;
        if (kept.problem) {
            this.on.problem?.(kept.problem);
            return;
        }
        this.post = kept.post;
        this.base = kept.sequence;
        this.confirmed = sent;
        if (same(this.now, sent)) {
            this.#forget();
        } else {
            this.#remember();
        }
        this.on.saved(kept.savedAt);
    }

    /** Nothing is saved while the writer chooses, or while the text is being sent. */
    hold() {
        this.held = true;
        clearTimeout(this.timer);
        this.timer = null;
    }

    release() {
        this.held = false;
    }

    /** After posting: the text is a post now. */
    begin(kept) {
        this.#forget();
        this.release();
        this.take(kept);
    }

    #remember() {
        try {
            localStorage.setItem(this.memory, JSON.stringify({ ...this.now, base: this.base, post: this.post, at: Date.now() }));
        } catch {
            // A browser without memory for pages still has the server's copy.
        }
    }

    #forget() {
        try {
            localStorage.removeItem(this.memory);
        } catch {
            // Nothing was remembered there either.
        }
    }
}

export function same(one, other) {
    return (one.title ?? '') === (other.title ?? '') && one.text === other.text && one.language === other.language
        && (one.onBehalfOf ?? '') === (other.onBehalfOf ?? '');
}
