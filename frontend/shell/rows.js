import { el } from './dom.js';

/**
 * A short list in a card. The server hands over what stands in it and keeps none of it.
 *
 * Called by the server: show(rows), each {href, title, language, unread, facts, at: {iso, exact, words}}.
 */
class KvartalRows extends HTMLElement {
    show(rows) {
        this.replaceChildren(el('ul', { class: 'rows' }, rows.map((row) => el(
            'li',
            { class: row.unread ? 'row unread' : 'row' },
            el('h3', { class: 'row-title' }, el('a', { href: row.href, lang: row.language }, row.title)),
            el(
                'div',
                { class: 'row-meta meta' },
                row.facts.map((fact) => el('span', {}, fact)),
                row.at && el('time', { datetime: row.at.iso, title: row.at.exact }, row.at.words),
            ),
        ))));
    }
}

customElements.define('kvartal-rows', KvartalRows);
