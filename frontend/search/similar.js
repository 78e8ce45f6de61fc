import { el } from '../shell/dom.js';

/** Titles are typed slowly: nobody is told anything in the middle of a word. */
const PAUSE = 600;
const SHORTEST = 4;

/** What is there already, below the field of a title. It comes quietly, and is read aloud when it has come to rest. What people wrote is put in as text. */
class KvartalSimilar extends HTMLElement {
    #timer = null;
    #asking = null;
    #shown = '';
    #hear = (event) => this.#titled(event.detail.trim());

    connectedCallback() {
        this.hidden = true;
        this.setAttribute('aria-live', 'polite');
        document.addEventListener('titled', this.#hear);
    }

    disconnectedCallback() {
        document.removeEventListener('titled', this.#hear);
        clearTimeout(this.#timer);
        this.#asking?.abort();
    }

    #titled(title) {
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => (title.length < SHORTEST ? this.#show([]) : this.#ask(title)), PAUSE);
    }

    async #ask(title) {
        this.#asking?.abort();
        const asking = new AbortController();
        this.#asking = asking;
        try {
            const answer = await fetch(`${this.dataset.similar}?title=${encodeURIComponent(title.slice(0, 500))}`, { signal: asking.signal, headers: { Accept: 'application/json' } });
            if (answer.ok && answer.headers.get('content-type')?.includes('json') && this.#asking === asking) {
                this.#show(await answer.json());
            }
        } catch {
            // It helps where it can; whoever writes goes on writing.
        }
    }

    #show(lines) {
        const told = JSON.stringify(lines);
        if (told === this.#shown) {
            return;
        }
        this.#shown = told;
        this.hidden = lines.length === 0;
        this.replaceChildren(...(this.hidden ? [] : [
            el('h2', { class: 'similar-title' }, this.dataset.title),
            el('ul', { class: 'rows' }, lines.map((line) => el('li', { class: 'row' },
                el('a', { class: 'row-title', href: line.path, target: '_blank' }, el('span', { lang: line.language }, line.title), el('span', { class: 'visually-hidden' }, ` (${this.dataset.aside})`)),
                el('div', { class: 'meta' }, el('span', {}, line.kind), line.note ? el('span', {}, line.note) : null)))),
        ]));
    }
}

customElements.define('kvartal-similar', KvartalSimilar);
