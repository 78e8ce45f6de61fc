/**
 * Keeps the keyboard where it was when the server draws the desk anew: on the button that does the same for the same item.
 * Stands in the desk itself and shows nothing.
 */
class KvartalKeptFocus extends HTMLElement {
    connectedCallback() {
        const desk = this.parentElement;
        this.hear = (event) => (this.label = event.target.getAttribute('aria-label'));
        desk.addEventListener('focusin', this.hear);
        this.watch = new MutationObserver(() => this.#restore(desk));
        this.watch.observe(desk, { childList: true, subtree: true });
    }

    disconnectedCallback() {
        this.watch.disconnect();
    }

    #restore(desk) {
        if (this.label && (document.activeElement === document.body || document.activeElement === null)) {
            [...desk.querySelectorAll('button[aria-label], vaadin-button[aria-label]')]
                .find((button) => button.getAttribute('aria-label') === this.label && !button.disabled)
                ?.focus({ preventScroll: true });
        }
    }
}

customElements.define('kvartal-kept-focus', KvartalKeptFocus);
