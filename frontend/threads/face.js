import { el } from '../shell/dom.js';

/** A person's picture, or their initials on a quiet colour. The name stands beside it, so the face itself is silent. */
export function face(person, ...classes) {
    const attributes = { class: ['face', ...classes].join(' '), 'aria-hidden': 'true' };
    return person.picture
        ? el('span', attributes, el('img', { src: person.picture, alt: '', loading: 'lazy', decoding: 'async' }))
        : el('span', { ...attributes, 'data-hue': person.hue }, person.initials);
}
