import { el, button, icon, markup } from '../shell/dom.js';
import { face, forWhom } from '../shell/face.js';

const REACTIONS = { HEART: 'heart', AGREE: 'check', INSIGHT: 'insight' };

/** Draws one post, or the stub that stays where one was. What may be done with it is told to the acts; this file decides nothing. */
export function drawPost(post, page, acts) {
    return post.gone ? drawStub(post, page) : drawStanding(post, page, acts);
}

function drawStub(post, page) {
    const { words } = page;
    return el(
        'article',
        { class: 'post-gone', id: `post-${post.number}`, 'data-number': post.number, tabindex: '-1' },
        el('p', { class: 'meta' }, el('span', {}, words.say('gone', post.gone.by, post.number)), time(post.gone.at, page)),
    );
}

function drawStanding(post, page, acts) {
    const { words, me } = page;
    const name = `post-${post.number}-by`;
    return el(
        'article',
        {
            class: post.author.id === me ? 'post mine' : 'post',
            id: `post-${post.number}`,
            'data-number': post.number,
            'data-id': post.id,
            'aria-labelledby': name,
            tabindex: '-1',
        },
        face(post.author, 'post-face'),
        el(
            'header',
            { class: 'post-head' },
            el('span', { id: name }, el('span', { class: 'person-name', lang: post.author.language }, post.author.name), post.onBehalfOf && [' ', forWhom(post.onBehalfOf, words)]),
            el(
                'span',
                { class: 'meta' },
                post.language !== words.language && el('span', {}, languageName(post.language, words.language)),
                el('a', { href: page.path(post.number), 'data-place': post.number, }, time(post.at, page)),
                post.edited && editedMark(post, page, acts),
            ),
            el('a', { class: 'post-number number', href: page.path(post.number), 'data-place': post.number, 'aria-label': words.say('permalink', post.number) }, `#${post.number}`),
        ),
        markup(el('div', { class: 'prose', lang: post.language }), post.html),
        el(
            'footer',
            { class: 'post-foot' },
            el(
                'div',
                { class: 'post-acts' },
                // What was given stands first; the rest appears beside it when the pointer is near.
                Object.keys(REACTIONS)
                    .sort((one, other) => shown(post, other) - shown(post, one))
                    .map((reaction) => reactionButton(post, reaction, page, acts)),
                el('span', { class: 'post-more' },
                    page.mayPost && button({ class: 'post-act', 'aria-label': words.say('reply-to', post.author.name), onclick: () => acts.reply(post) }, icon('reply'), el('span', { class: 'post-act-word' }, words.say('reply'))),
                    page.mayPost && button({ class: 'post-act', 'aria-label': words.say('quote-of', post.author.name), onclick: () => acts.quote(post) }, icon('quote'), el('span', { class: 'post-act-word' }, words.say('quote'))),
                    moreButton(post, page, acts)),
            ),
        ),
    );
}

function time(iso, page) {
    return page.times.write(el('time'), iso);
}

function editedMark(post, page, acts) {
    return button({ class: 'post-edited', 'aria-haspopup': 'dialog', onclick: () => acts.history(post) }, post.editedBy ? page.words.say('edited-by', post.editedBy) : page.words.say('edited'), ' ', time(post.edited, page));
}

function shown(post, reaction) {
    return reaction === 'HEART' || (post.reactions[reaction] ?? 0) > 0;
}

function reactionButton(post, reaction, page, acts) {
    const count = post.reactions[reaction] ?? 0;
    const given = post.mine.includes(reaction);
    const kind = reaction.toLowerCase();
    return button(
        {
            class: shown(post, reaction) ? 'post-act post-reaction' : 'post-act post-reaction none',
            'aria-pressed': String(given),
            'aria-label': page.words.say(`react-${kind}`, count),
            title: page.words.say(`react-${kind}-hint`),
            onclick: () => acts.react(post, reaction, !given),
        },
        icon(REACTIONS[reaction]),
        count > 0 && el('span', { class: 'number' }, page.words.number(count)),
    );
}

function moreButton(post, page, acts) {
    const opener = button({ class: 'post-act', 'aria-haspopup': 'menu', 'aria-expanded': 'false', 'aria-label': page.words.say('more-of', post.author.name), onclick: () => acts.more(post, opener) }, icon('more'));
    return opener;
}

/** How speakers of one language call another: "Bulgarian", «болгарский». */
export function languageName(code, reader) {
    const name = new Intl.DisplayNames([reader], { type: 'language' }).of(code) ?? code;
    return name.charAt(0).toLocaleUpperCase(reader) + name.slice(1);
}
