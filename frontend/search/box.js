import { el, icon } from '../shell/dom.js';

/** So long nobody types another letter before suggestions are asked for. */
const PAUSE = 180;
const SHORTEST = 2;
let count = 0;

/**
 * A field for what one looks for, with suggestions below it while one types: a combobox whose list is walked by the arrow keys (WAI-ARIA APG, list autocomplete with manual selection). Enter without a choice
 * shows everything that is found. What people wrote is put in as text.
 */
class KvartalSearch extends HTMLElement {
    static observedAttributes = ['data-words'];

    #field = null;
    #list = null;
    #asking = null;
    #timer = null;
    #chosen = -1;
    #lines = [];

    connectedCallback() {
        if (!this.#field) {
            this.#draw();
        }
    }

    disconnectedCallback() {
        clearTimeout(this.#timer);
        this.#asking?.abort();
    }

    attributeChangedCallback(name, before, now) {
        if (this.#field && before !== now) {
            this.#field.value = now ?? '';
        }
    }

    #draw() {
        const id = `search-${++count}`;
        const { name, hint, list, submit, words } = this.dataset;
        this.#field = el('input', {
            type: 'search', class: 'search-field', id, role: 'combobox', 'aria-label': name, placeholder: hint, 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': `${id}-list`,
            autocomplete: 'off', autocapitalize: 'off', spellcheck: 'false', enterkeyhint: 'search', maxlength: '500',
            oninput: () => this.#typed(), onkeydown: (event) => this.#pressed(event), onfocus: () => this.#typed(), onblur: () => this.#close(),
        });
        this.#field.value = words ?? '';
        this.#list = el('ul', { class: 'search-list', id: `${id}-list`, role: 'listbox', 'aria-label': list, hidden: true, onmousedown: (event) => event.preventDefault() });
        const form = el('form', { role: 'search', class: 'search-form', 'aria-label': name, onsubmit: (event) => { event.preventDefault(); this.#go(this.#page()); } },
            icon('search'), this.#field, el('button', { type: 'submit', class: 'search-submit', 'aria-label': submit, title: submit }, icon('right')), this.#list);
        // On a phone the head has room for a sign only, which leads to the page of the search.
        const way = el('a', { class: 'button plain search-way', href: this.dataset.page, 'aria-label': name, title: name }, icon('search'));
        this.replaceChildren(form, way);
        // The key of the field presses the element itself.
        this.addEventListener('click', (event) => {
            if (event.target === this) {
                if (form.offsetParent) {
                    this.#field.focus();
                    this.#field.select();
                } else {
                    way.click();
                }
            }
        });
    }

    #typed() {
        clearTimeout(this.#timer);
        const words = this.#field.value.trim();
        if (words.length < SHORTEST || document.activeElement !== this.#field) {
            this.#close();
            return;
        }
        this.#timer = setTimeout(() => this.#ask(words), PAUSE);
    }

    async #ask(words) {
        this.#asking?.abort();
        const asking = new AbortController();
        this.#asking = asking;
        try {
            const answer = await fetch(`${this.dataset.suggestions}?q=${encodeURIComponent(words)}`, { signal: asking.signal, headers: { Accept: 'application/json' } });
            const lines = answer.ok && answer.headers.get('content-type')?.includes('json') ? await answer.json() : [];
            if (this.#asking === asking && document.activeElement === this.#field) {
                this.#show(lines, words);
            }
        } catch {
            // Without suggestions the field still finds: whoever is offline hears of it by the page itself.
        }
    }

    #show(lines, words) {
        this.#chosen = -1;
        this.#lines = [...lines.map((line) => ({ ...line, way: line.path })), { title: this.dataset.all.replace('{0}', words), way: this.#page(), all: true }];
        this.#list.replaceChildren(...this.#lines.map((line, place) => el('li', {
            role: 'option', id: `${this.#list.id}-${place}`, class: line.all ? 'search-option all' : 'search-option', 'aria-selected': 'false', onclick: () => this.#go(line.way),
        }, el('span', { class: 'search-option-title', lang: line.language }, line.title), line.all ? null : el('span', { class: 'search-option-kind' }, line.note ? `${line.kind} · ${line.note}` : line.kind))));
        this.#list.hidden = false;
        this.#field.setAttribute('aria-expanded', 'true');
        this.#field.removeAttribute('aria-activedescendant');
    }

    #close() {
        clearTimeout(this.#timer);
        this.#asking?.abort();
        this.#asking = null;
        this.#chosen = -1;
        if (this.#list) {
            this.#list.hidden = true;
            this.#field.setAttribute('aria-expanded', 'false');
            this.#field.removeAttribute('aria-activedescendant');
        }
    }

    #pressed(event) {
        const open = !this.#list.hidden;
        if (event.key === 'Escape' && open) {
            event.preventDefault();
            event.stopPropagation();
            this.#close();
        } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && open) {
            event.preventDefault();
            const step = event.key === 'ArrowDown' ? 1 : -1;
            const many = this.#lines.length + 1;
            this.#choose((this.#chosen + 1 + step + many) % many - 1);
        } else if (event.key === 'ArrowDown' && !event.altKey) {
            this.#typed();
        } else if (event.key === 'Enter' && open && this.#chosen >= 0) {
            event.preventDefault();
            this.#go(this.#lines[this.#chosen].way);
        }
    }

    #choose(place) {
        this.#chosen = place;
        [...this.#list.children].forEach((option, number) => option.setAttribute('aria-selected', String(number === place)));
        if (place < 0) {
            this.#field.removeAttribute('aria-activedescendant');
        } else {
            const option = this.#list.children[place];
            this.#field.setAttribute('aria-activedescendant', option.id);
            option.scrollIntoView({ block: 'nearest' });
        }
    }

    #page() {
        const keep = this.dataset.keep;
        return `${this.dataset.page}?q=${encodeURIComponent(this.#field.value.trim())}${keep ? `&${keep}` : ''}`;
    }

    /** By a link, as if it stood in the page: within the workspace no page is loaded anew. */
    #go(path) {
        this.#close();
        this.#field.blur();
        const link = el('a', { href: path, hidden: true, 'router-ignore': !path.startsWith('/app/') });
        this.append(link);
        link.click();
        link.remove();
    }
}

customElements.define('kvartal-search', KvartalSearch);
