import { el } from './dom.js';

/** A person's picture, or their initials on a quiet colour. The name stands beside it, so the face itself is silent. */
export function face(person, ...classes) {
    const attributes = { class: ['face', ...classes].join(' '), 'aria-hidden': 'true' };
    return person.picture
        ? el('span', attributes, el('img', { src: person.picture, alt: '', loading: 'lazy', decoding: 'async' }))
        : el('span', { ...attributes, 'data-hue': person.hue }, person.initials);
}

/** "for X" beside the name of somebody who wrote for an organisation: X in the language that it is in. */
export function forWhom(organisation, words) {
    const [before, after] = words.say('for', '\u0001').split('\u0001');
    return el('span', { class: 'for-whom' }, before, el('span', { lang: organisation.language }, organisation.name), after);
}
