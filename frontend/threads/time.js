/**
 * Says when something happened, as the server's Wording does: "5 minutes ago", "yesterday, 14:05", "12 March, 09:30", "12 March 2024", by the
 * reader's zone. A page stays open for hours, so what it says is said again every half minute.
 */
export class Times {
    constructor(language, zone) {
        const locale = language === 'en' ? 'en-GB' : language;
        const format = (options) => new Intl.DateTimeFormat(locale, { timeZone: zone, ...options });
        this.relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
        this.clock = format({ hour: '2-digit', minute: '2-digit' });
        this.dayOfYear = format({ day: 'numeric', month: 'long' });
        this.whole = format({ day: 'numeric', month: 'long', year: 'numeric' });
        this.monthOfYear = format({ month: 'short', year: 'numeric' });
        this.exactly = format({
            weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZoneName: 'short',
        });
        // A fixed calendar only compares days; nobody reads it.
        this.calendar = new Intl.DateTimeFormat('sv-SE', { timeZone: zone });
    }

    when(moment, now = new Date()) {
        const ago = now - moment;
        if (ago >= 0 && ago < 60_000) {
            return this.relative.format(0, 'second');
        }
        if (ago >= 0 && ago < 3_600_000) {
            return this.relative.format(-Math.floor(ago / 60_000), 'minute');
        }
        const days = Math.round((this.#day(moment) - this.#day(now)) / 86_400_000);
        if (days >= -1 && days <= 1) {
            return `${this.relative.format(days, 'day')}, ${this.clock.format(moment)}`;
        }
        return this.#day(moment).getUTCFullYear() === this.#day(now).getUTCFullYear()
            ? `${this.dayOfYear.format(moment)}, ${this.clock.format(moment)}`
            : this.whole.format(moment);
    }

    exact(moment) {
        return this.exactly.format(moment);
    }

    month(moment) {
        return this.monthOfYear.format(moment);
    }

    hour(moment) {
        return this.clock.format(moment);
    }

    /** Writes a moment into a time element, which keeps it true by itself. */
    write(element, iso) {
        const moment = new Date(iso);
        element.dateTime = iso;
        element.title = this.exact(moment);
        element.textContent = this.when(moment);
        return element;
    }

    /** Says all times below the element anew. */
    refresh(root) {
        const now = new Date();
        for (const element of root.querySelectorAll('time[datetime]')) {
            const said = this.when(new Date(element.dateTime), now);
            if (element.textContent !== said) {
                element.textContent = said;
            }
        }
    }

    #day(moment) {
        return new Date(this.calendar.format(moment));
    }
}
