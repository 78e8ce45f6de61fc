import { el, button, icon } from '../shell/dom.js';
import { Words } from './words.js';
import { Times } from './time.js';
import { face, forWhom } from '../shell/face.js';
import { cameBack } from '../shell/back.js';
// Whoever reads the list opens a thread next: what that page needs is fetched meanwhile.
import './posts.js';
import './composer.js';

/**
 * The list of threads as plain links in a list. The server hands over a part at a time and keeps none of it.
 *
 * Called by the server: open(list), renew(list). Calls the server: more, newest.
 */
class KvartalThreads extends HTMLElement {
    open(list) {
        this.list = list;
        this.words = new Words(list.language, list.texts);
        this.times = new Times(list.language, list.zone);
        this.rows = el('ul', { class: 'rows' });
        this.fresh = button({ class: 'button', onclick: () => this.#showNewest() });
        this.renewed = el('div', { class: 'threads-fresh', hidden: true }, this.fresh);
        this.older = el('div', { class: 'older' }, button({ class: 'button', onclick: () => this.#more() }, this.words.say('more')));
        this.status = el('p', { class: 'visually-hidden', role: 'status' });
        this.replaceChildren(this.renewed, this.rows, this.older, this.status);
        this.#show(list);
        this.place = `kvartal.list.${list.needs ? 'needs.' : ''}${list.space ?? ''}`;
        if (cameBack()) {
            this.#return(JSON.parse(sessionStorage.getItem(this.place) ?? 'null'));
        }
        clearInterval(this.clock);
        this.clock = setInterval(() => this.times.refresh(this), 30_000);
    }

    /** What happened meanwhile: counts are brought up to date where they stand; a changed order waits until the reader wants it. */
    renew(list) {
        const order = [...this.rows.children].map((row) => row.dataset.id);
        for (const row of list.rows) {
            const at = order.indexOf(row.id);
            if (at >= 0 && !this.rows.children[at].contains(document.activeElement)) {
                this.rows.children[at].replaceWith(this.#row(row));
            }
        }
        const changed = list.rows.some((row, at) => order[at] !== row.id);
        this.waiting = list;
        if (changed && scrollY < 40 && !this.rows.contains(document.activeElement) && !this.rows.matches(':hover')) {
            this.#showNewest();
        } else {
            this.fresh.replaceChildren(icon('up', 'icon-small'), this.words.say('fresh'));
            this.renewed.hidden = !changed;
        }
    }

    disconnectedCallback() {
        clearInterval(this.clock);
    }

    /** Whoever comes back from a thread finds its row where it was. */
    #leave(row) {
        sessionStorage.setItem(this.place, JSON.stringify({ id: row.dataset.id, top: row.getBoundingClientRect().top }));
    }

    async #return(left) {
        if (!left) {
            return;
        }
        const row = () => [...this.rows.children].find((one) => one.dataset.id === left.id);
        for (let parts = 0; parts < 20 && !row() && this.next !== null; parts++) {
            await this.#more(false);
        }
        const show = () => row() && window.scrollBy({ top: row().getBoundingClientRect().top - left.top, behavior: 'instant' });
        show();
        requestAnimationFrame(() => requestAnimationFrame(show));
    }

    #show({ rows, next }) {
        this.rows.replaceChildren(...rows.map((row) => this.#row(row)));
        this.next = next;
        this.older.hidden = next === null;
    }

    #showNewest() {
        this.renewed.hidden = true;
        this.#show(this.waiting);
    }

    async #more(moving = true) {
        const part = await this.$server.more(this.next.at, this.next.number);
        if (part.problem) {
            this.status.textContent = part.problem;
            return;
        }
        const known = new Set([...this.rows.children].map((row) => row.dataset.id));
        const fresh = part.rows.filter((row) => !known.has(row.id)).map((row) => this.#row(row));
        this.rows.append(...fresh);
        this.next = part.next;
        this.older.hidden = part.next === null;
        this.status.textContent = this.words.say('more-came', fresh.length);
        if (moving) {
            fresh[0]?.querySelector('a').focus({ preventScroll: true });
        }
    }

    #row(row) {
        const { words, times } = this;
        return el(
            'li',
            { class: row.unread > 0 ? 'row thread-row unread' : 'row thread-row', 'data-id': row.id, onclick: (event) => this.#leave(event.currentTarget) },
            el('h2', { class: 'row-title' }, el('a', { href: `/app/threads/${row.number}`, lang: row.language }, row.title)),
            row.excerpt && el('p', { class: 'row-text' }, el('span', { class: 'thread-row-by' }, el('span', { lang: row.lastAuthor.language }, row.lastAuthor.name), row.lastOnBehalfOf && [' ', forWhom(row.lastOnBehalfOf, words)]), ' ', el('span', { lang: row.excerptLanguage }, row.excerpt)),
            el(
                'div',
                { class: 'row-meta meta' },
                row.need && !this.list.needs && el('span', { class: 'row-need' }, icon('flag', 'icon-small'), words.say('need')),
                row.need && row.need.people > 0 && el('span', {}, words.say('people', row.need.people)),
                row.need && row.need.associations > 0 && el('span', {}, words.say('associations', row.need.associations)),
                this.list.space ? null : el('span', { class: 'thread-row-space', lang: row.space.language }, row.space.members && icon('lock', 'icon-small'), row.space.name, row.space.members && el('span', { class: 'visually-hidden' }, ` (${words.say('members')})`)),
                el('span', {}, words.say('posts', row.posts)),
                row.unread > 0 && el('span', { class: 'thread-row-unread' }, words.say('unread', row.unread)),
            ),
            el('div', { class: 'row-end' }, face(row.lastAuthor, 'small'), times.write(el('time'), row.lastPostAt)),
        );
    }
}

customElements.define('kvartal-threads', KvartalThreads);
