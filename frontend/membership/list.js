import { el, button, icon, paced } from '../shell/dom.js';
import { face } from '../shell/face.js';
import { cameBack } from '../shell/back.js';

/**
 * A long list of members or applications. The server hands over a part at a time, with every word in the reader's language, and keeps none of it.
 *
 * Called by the server: open({lines, next, more}), renew(). Calls the server: more(next), again(how many).
 */
class KvartalMembers extends HTMLElement {
    open({ lines, next, more }) {
        this.rows ??= el('ul', { class: 'rows', onclick: (event) => this.#leave(event.target.closest('li')) });
        this.older ??= el('div', { class: 'older' }, button({ class: 'button', onclick: () => this.#more() }, more));
        this.status ??= el('p', { class: 'visually-hidden', role: 'status' });
        this.newest ??= paced(400, () => this.#again());
        this.replaceChildren(this.rows, this.older, this.status);
        this.place = `kvartal.list.${location.pathname}${location.search}`;
        this.#show({ lines, next });
        if (cameBack()) {
            this.#return(JSON.parse(sessionStorage.getItem(this.place) ?? 'null'));
        }
    }

    /** Something has changed: what is shown is read again. */
    renew() {
        this.newest.soon();
    }

    disconnectedCallback() {
        this.newest?.stop();
    }

    async #again() {
        if (this.isConnected) {
            this.#show(await this.$server.again(this.rows.children.length));
        }
    }

    /** Whoever stands on a row with the keyboard stays on it. */
    #show({ lines, next }) {
        const held = this.rows.contains(document.activeElement) ? document.activeElement.getAttribute('href') : null;
        this.rows.replaceChildren(...lines.map((line) => this.#row(line)));
        this.#goesOn(next);
        if (held) {
            this.#link(held)?.focus({ preventScroll: true });
        }
    }

    #goesOn(next) {
        this.next = next;
        this.older.hidden = next === null;
    }

    async #more(moving = true) {
        const part = await this.$server.more(this.next);
        const known = new Set([...this.rows.querySelectorAll('.row-title > a')].map((link) => link.getAttribute('href')));
        const fresh = part.lines.filter((line) => !known.has(line.href)).map((line) => this.#row(line));
        this.rows.append(...fresh);
        this.#goesOn(part.next);
        this.status.textContent = part.said;
        if (moving) {
            fresh[0]?.querySelector('a').focus({ preventScroll: true });
        }
    }

    #link(href) {
        return [...this.rows.querySelectorAll('.row-title > a')].find((link) => link.getAttribute('href') === href);
    }

    /** Whoever comes back from a page finds its row where it was. */
    #leave(row) {
        if (row) {
            sessionStorage.setItem(this.place, JSON.stringify({ href: row.querySelector('a').getAttribute('href'), top: row.getBoundingClientRect().top }));
        }
    }

    async #return(left) {
        if (!left) {
            return;
        }
        for (let parts = 0; parts < 20 && !this.#link(left.href) && this.next !== null; parts++) {
            await this.#more(false);
        }
        const show = () => {
            const row = this.#link(left.href)?.closest('li');
            if (row) {
                window.scrollBy({ top: row.getBoundingClientRect().top - left.top, behavior: 'instant' });
            }
        };
        show();
        requestAnimationFrame(() => requestAnimationFrame(show));
    }

    #row({ href, title, language, mark, badge, facts, who, end }) {
        return el(
            'li',
            { class: mark ? 'row marked-row' : 'row' },
            mark && face(mark, mark.square ? 'square' : 'round'),
            el('h2', { class: 'row-title' }, el('a', { href, lang: language }, title)),
            el(
                'div',
                { class: 'row-meta meta' },
                badge && el('span', { class: `badge ${badge.kind}` }, icon(badge.icon), badge.word),
                facts.map((fact) => el('span', { lang: fact.language }, fact.words)),
            ),
            (who || end) && el(
                'div',
                { class: 'row-end' },
                end && el('span', { class: 'number' }, end),
                who && el('span', { class: 'person' }, face(who, 'small'), el('span', { class: 'person-name', lang: who.language }, who.name)),
            ),
        );
    }
}

customElements.define('kvartal-members', KvartalMembers);
