import { el, button, icon } from '../shell/dom.js';
import { ask } from './ask.js';

/**
 * Shows where in the thread one reads, and leads elsewhere: a rail with a slider beside the posts, and a small "37 / 128" where there is no
 * room for it. The slider is the browser's own, so it works by keyboard and by voice.
 */
export class Place {
    constructor(page, go) {
        this.page = page;
        this.go = go;
        const { words, times } = page;
        this.count = button({ class: 'scrubber-at', 'aria-haspopup': 'dialog', onclick: () => this.choose() });
        this.range = el('input', {
            class: 'place-range', type: 'range', min: 1, step: 1, 'aria-label': words.say('place'),
            oninput: () => this.#say(Number(this.range.value)),
            onchange: () => this.#chosen(),
        });
        this.last = el('time');
        this.line = el('div', { class: 'scrubber-line' }, el('span', { class: 'scrubber-unread' }), this.range, this.count);
        this.parts = [
            button({ class: 'scrubber-first', onclick: () => go(1), 'aria-label': words.say('go-first') }, times.month(new Date(page.startedAt))),
            this.line,
            button({ class: 'scrubber-last', onclick: () => go(page.lastNumber), 'aria-label': words.say('go-last') }, this.last),
        ];
        this.strip = button({ class: 'place-strip number', 'aria-haspopup': 'dialog', onclick: () => this.choose() });
    }

    show(number) {
        const { lastNumber, lastPostAt } = this.page;
        this.number = number;
        this.range.max = Math.max(lastNumber, 1);
        this.range.disabled = lastNumber < 2;
        if (document.activeElement !== this.range || !this.range.matches(':active')) {
            this.range.value = number;
        }
        this.page.times.write(this.last, lastPostAt);
        this.strip.hidden = lastNumber < 6;
        for (const part of this.parts) {
            part.hidden = lastNumber < 6;
        }
        this.#say(number);
        requestAnimationFrame(() => this.#stand());
    }

    /** The small count stands beside the composer, where it hides nothing; without a composer it stands below the posts. */
    #stand() {
        const beside = this.page.root.closest('.thread')?.querySelector('.composer-place');
        if (beside && this.strip.parentElement !== beside) {
            beside.replaceChildren(this.strip);
        }
    }

    async choose() {
        const { words, lastNumber, firstUnread } = this.page;
        const field = el('input', { id: 'place-number', type: 'number', inputmode: 'numeric', min: 1, max: lastNumber, required: true, value: this.number, autofocus: true });
        field.addEventListener('focus', () => field.select());
        const answer = await ask(this.page.root, {
            title: words.say('go'),
            body: [
                el(
                    'div',
                    { class: 'field place-field' },
                    el('label', { for: field.id }, words.say('go-number', lastNumber)),
                    el('div', { class: 'place-choice' }, field, el('button', { class: 'button main', value: 'number' }, words.say('go-there'))),
                ),
            ],
            choices: [
                { value: '1', text: words.say('go-first') },
                ...(firstUnread ? [{ value: String(firstUnread), text: words.say('go-unread') }] : []),
                { value: String(lastNumber), text: words.say('go-last') },
            ],
        });
        const wanted = answer === 'number' ? field.valueAsNumber : Number(answer);
        if (wanted >= 1) {
            this.go(Math.min(Math.round(wanted), this.page.lastNumber), true);
        }
    }

    #say(number) {
        const { words, lastNumber, firstUnread } = this.page;
        const said = `${words.number(number)} / ${words.number(lastNumber)}`;
        const aloud = words.say('place-of', number, lastNumber);
        this.line.style.setProperty('--at', lastNumber > 1 ? (number - 1) / (lastNumber - 1) : 0);
        this.line.style.setProperty('--from', firstUnread ? (firstUnread - 1) / lastNumber : 1);
        this.count.textContent = said;
        this.count.setAttribute('aria-label', words.say('place-go', number, lastNumber));
        this.strip.replaceChildren(said, icon('updown', 'icon-small'));
        this.strip.setAttribute('aria-label', words.say('place-go', number, lastNumber));
        this.range.setAttribute('aria-valuetext', aloud);
    }

    /** A key pressed down moves many steps: only where it comes to rest is read. */
    #chosen() {
        clearTimeout(this.rest);
        this.rest = setTimeout(() => this.go(Number(this.range.value)), 180);
    }
}
