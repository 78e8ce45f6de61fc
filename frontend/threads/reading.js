/** Whoever has not stirred for so long is not there any more. */
const STILL = 60_000;
const TICK = 5_000;
/** So much is told even where nothing else is. */
const TOLD = 30;

/** Counts for how long somebody reads: while the page is in sight, and they have scrolled, pointed or typed just before. */
export class ReadingTime {
    #spent = 0;
    #stirred = performance.now();
    #looked = this.#stirred;
    #stir = () => {
        this.#stirred = performance.now();
    };

    /** @param enough called whenever there is enough to tell */
    constructor(enough) {
        for (const type of ReadingTime.#SIGNS) {
            document.addEventListener(type, this.#stir, { passive: true, capture: true });
        }
        this.clock = setInterval(() => {
            this.#look();
            if (this.enough) {
                enough();
            }
        }, TICK);
    }

    static #SIGNS = ['pointermove', 'pointerdown', 'wheel', 'touchmove', 'keydown', 'scroll'];

    #look() {
        const now = performance.now();
        if (!document.hidden && now - this.#stirred < STILL) {
            // A computer that slept looks late: that was no reading.
            this.#spent += Math.min(now - this.#looked, 2 * TICK);
        }
        this.#looked = now;
    }

    get enough() {
        return this.#spent >= TOLD * 1000;
    }

    /** Whole seconds since they were taken last. */
    take() {
        const seconds = Math.floor(this.#spent / 1000);
        this.#spent -= seconds * 1000;
        return seconds;
    }

    stop() {
        clearInterval(this.clock);
        this.#spent = 0;
        for (const type of ReadingTime.#SIGNS) {
            document.removeEventListener(type, this.#stir, { capture: true });
        }
    }
}
