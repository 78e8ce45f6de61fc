import { recall, remember } from './memory.js';

/**
 * Remembers what is typed into the marked fields (data-unsent) of the form that it stands in, at each key, until the form was sent.
 *
 * Called by the server: open(key, begun) with what stood in the fields when the form opened; gives back what is remembered beyond that,
 * as JSON. The server puts it into the fields, as their value. forget() after Discard; the event kvartal-sent, with the key, after sending.
 */
class KvartalUnsent extends HTMLElement {
    #key = null;
    #begun = {};
    #form = null;

    #typed = event => {
        const field = event.target.closest?.('[data-unsent]');
        if (!field || this.#key === null) {
            return;
        }
        const name = field.dataset.unsent;
        const base = this.#begun[name] ?? '';
        const fields = recall(this.#key) ?? {};
        const text = String(field.value ?? '');
        if (text === base) {
            delete fields[name];
        } else {
            fields[name] = { text, base: fields[name]?.base ?? base };
        }
        remember(this.#key, fields);
    };

    #sent = event => {
        if (event.detail === this.#key) {
            this.#key = null;
        }
    };

    open(key, begun) {
        this.#key = key;
        this.#begun = begun;
        this.#leave();
        this.#form = this.parentElement;
        this.#form.addEventListener('input', this.#typed);
        this.#form.addEventListener('change', this.#typed);
        window.addEventListener('kvartal-sent', this.#sent);
        const fields = recall(key);
        return fields ? JSON.stringify(fields) : '';
    }

    forget() {
        remember(this.#key, {});
    }

    disconnectedCallback() {
        this.#leave();
    }

    #leave() {
        this.#form?.removeEventListener('input', this.#typed);
        this.#form?.removeEventListener('change', this.#typed);
        this.#form = null;
        window.removeEventListener('kvartal-sent', this.#sent);
    }
}

customElements.define('kvartal-unsent', KvartalUnsent);

// The form may be gone from the page by the time that the server says it was sent.
window.addEventListener('kvartal-sent', event => remember(event.detail, {}));
