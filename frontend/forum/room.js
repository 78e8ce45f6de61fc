// What moves by itself in a room: the clock of an item.

const TICK = 1000;

/**
 * <kvartal-timer>: how long something has lasted. show(seconds, running, planned): seconds at this moment as the house counts them, so that a phone whose clock is wrong shows
 * the same as the wall; planned minutes, 0 for none. Turns amber when the time is over, red a quarter later.
 */
customElements.define('kvartal-timer', class extends HTMLElement {
    #seconds = 0;
    #since = 0;
    #running = false;
    #planned = 0;
    #ticking = 0;

    connectedCallback() {
        this.setAttribute('role', 'timer');
        this.#ticking = setInterval(() => this.#draw(), TICK);
        this.#draw();
    }

    disconnectedCallback() {
        clearInterval(this.#ticking);
    }

    show(seconds, running, planned) {
        this.#seconds = seconds;
        this.#since = performance.now();
        this.#running = running;
        this.#planned = planned * 60;
        this.#draw();
    }

    #draw() {
        const gone = this.#running ? Math.floor((performance.now() - this.#since) / 1000) : 0;
        const seconds = this.#seconds + gone;
        const hours = Math.floor(seconds / 3600);
        const two = number => String(number).padStart(2, '0');
        const words = `${hours ? `${hours}:${two(Math.floor(seconds / 60) % 60)}` : Math.floor(seconds / 60)}:${two(seconds % 60)}`;
        if (this.textContent !== words) {
            this.textContent = words;
        }
        this.classList.toggle('over', this.#planned > 0 && seconds > this.#planned);
        this.classList.toggle('far-over', this.#planned > 0 && seconds > this.#planned * 1.25);
        this.classList.toggle('stopped', !this.#running);
    }
});
