// What moves by itself in a room: the clock of an item, and the code on the wall.

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

/** <kvartal-qr>: draws a code. show(rows, words): a string of 0 and 1 per row, and what it leads to. */
customElements.define('kvartal-qr', class extends HTMLElement {
    show(rows, words) {
        const space = 'http://www.w3.org/2000/svg';
        const quiet = 4;
        const side = rows.length + 2 * quiet;
        const svg = document.createElementNS(space, 'svg');
        svg.setAttribute('viewBox', `0 0 ${side} ${side}`);
        svg.setAttribute('role', 'img');
        svg.setAttribute('aria-label', words);
        const path = document.createElementNS(space, 'path');
        let drawn = '';
        rows.forEach((row, y) => [...row].forEach((module, x) => {
            if (module === '1') {
                drawn += `M${x + quiet} ${y + quiet}h1v1h-1z`;
            }
        }));
        path.setAttribute('d', drawn);
        svg.append(path);
        this.replaceChildren(svg);
    }
});
