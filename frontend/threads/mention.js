import { el } from '../shell/dom.js';
import { face } from '../shell/face.js';

/** An @ that begins a word, and what was typed of a name since. */
const BEGUN = /(?:^|[\s(«„“"])@([\p{L}\p{M}\p{N}'’.-]*(?: [\p{L}\p{M}\p{N}'’.-]+)?)$/u;
const PATIENCE = 150;

/**
 * Suggests people while somebody types an @ in a field: a list right below it, gone through by the arrows, taken by Enter or Tab or a tap,
 * closed by Escape. Nothing of the text changes before a name is taken.
 *
 * find(name) answers with [{ person, mention }]; done() is called after a name was taken.
 */
export class Mentions {
    #field;
    #words;
    #find;
    #done;
    #people = [];
    #place = -1;
    #timer = 0;
    #asked = 0;
    /** Where an @ stands whose list was closed by hand. */
    #left = -1;

    constructor(field, id, words, find, done) {
        this.#field = field;
        this.#words = words;
        this.#find = find;
        this.#done = done;
        this.list = el('ul', { class: 'mention-list', id, role: 'listbox', 'aria-label': words.say('people'), hidden: true });
        this.said = el('span', { class: 'visually-hidden', role: 'status' });
        field.setAttribute('aria-autocomplete', 'list');
        field.setAttribute('aria-controls', id);
    }

    get open() {
        return !this.list.hidden;
    }

    /** Something was typed, or the caret moved. */
    look() {
        clearTimeout(this.#timer);
        const begun = this.#begun();
        if (!begun || begun.at === this.#left) {
            this.close();
            return;
        }
        this.#left = -1;
        const asked = ++this.#asked;
        this.#timer = setTimeout(async () => {
            let people = [];
            try {
                people = (await this.#find(begun.name)).people ?? [];
            } catch {
                // Without an answer there is nothing to suggest: whoever writes goes on writing.
            }
            if (asked === this.#asked && this.#begun()?.name === begun.name) {
                this.#show(people);
            }
        }, PATIENCE);
    }

    /** @returns whether the key was for the list */
    key(event) {
        if (!this.open || event.isComposing) {
            return false;
        }
        switch (event.key) {
            case 'ArrowDown': this.#choose((this.#place + 1) % this.#people.length); break;
            case 'ArrowUp': this.#choose((this.#place - 1 + this.#people.length) % this.#people.length); break;
            case 'Tab':
            case 'Enter':
                if (event.ctrlKey || event.metaKey || event.shiftKey) {
                    return false;
                }
                this.#take(this.#people[this.#place]);
                break;
            case 'Escape':
                this.#left = this.#begun()?.at ?? -1;
                this.close();
                break;
            default: return false;
        }
        event.preventDefault();
        event.stopPropagation();
        return true;
    }

    close() {
        this.#asked++;
        clearTimeout(this.#timer);
        this.list.hidden = true;
        this.list.replaceChildren();
        this.said.textContent = '';
        this.#field.removeAttribute('aria-activedescendant');
    }

    #begun() {
        const { selectionStart: caret, selectionEnd: end, value } = this.#field;
        const found = caret === end ? BEGUN.exec(value.slice(Math.max(0, caret - 90), caret)) : null;
        return found ? { name: found[1], at: caret - found[1].length - 1 } : null;
    }

    #show(people) {
        this.#people = people;
        if (people.length === 0) {
            this.close();
            return;
        }
        this.list.replaceChildren(...people.map((one, place) => el('li', {
            class: 'mention-person', id: `${this.list.id}-${place}`, role: 'option', 'aria-selected': 'false',
            // Before the field loses the caret.
            onpointerdown: (event) => event.preventDefault(),
            onclick: () => this.#take(one),
        }, face(one.person), el('span', { lang: one.person.language }, one.person.name))));
        this.list.hidden = false;
        this.said.textContent = this.#words.say('people-found', people.length);
        this.#choose(0);
    }

    #choose(place) {
        this.#place = place;
        [...this.list.children].forEach((one, number) => {
            one.setAttribute('aria-selected', String(number === place));
            if (number === place) {
                one.scrollIntoView({ block: 'nearest' });
                this.#field.setAttribute('aria-activedescendant', one.id);
            }
        });
    }

    #take(one) {
        const begun = this.#begun();
        this.close();
        if (!one || !begun) {
            return;
        }
        this.#field.focus();
        this.#field.setRangeText(`${one.mention} `, begun.at, this.#field.selectionStart, 'end');
        this.#done();
    }
}
