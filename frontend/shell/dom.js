/**
 * Makes elements. Children are strings (always text, never markup), nodes, or nothing; markup enters a page only by markup() below.
 */
export function el(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
        if (name.startsWith('on')) {
            element.addEventListener(name.slice(2), value);
        } else if (value === true) {
            element.setAttribute(name, '');
        } else if (value !== false && value !== null && value !== undefined) {
            element.setAttribute(name, value);
        }
    }
    element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
    return element;
}

/** The one place where markup is put into the page: what the server's renderer has made of somebody's text. */
export function markup(element, safeHtml) {
    element.innerHTML = safeHtml;
    return element;
}

export function icon(name, ...more) {
    return el('span', { class: ['icon', `icon-${name}`, ...more].join(' '), 'aria-hidden': 'true' });
}

/** A button that is not the form's own. */
export function button(attributes, ...children) {
    return el('button', { type: 'button', ...attributes }, ...children);
}

/** The part of the page that scrolls and holds the element: a scrolling ancestor, else the page itself. */
export function scroller(element) {
    for (let up = element.parentElement; up && up !== document.body; up = up.parentElement) {
        const overflow = getComputedStyle(up).overflowY;
        if ((overflow === 'auto' || overflow === 'scroll') && up.scrollHeight > up.clientHeight) {
            return up;
        }
    }
    return document.scrollingElement;
}

/** Changes what stands above or below a node, and keeps the node where the reader sees it. */
export function steady(node, change) {
    const before = node.getBoundingClientRect().top;
    change();
    const moved = node.getBoundingClientRect().top - before;
    if (moved !== 0) {
        scroller(node).scrollBy({ top: moved, behavior: 'instant' });
    }
}

/** Runs at most once in so many milliseconds, the last time included. */
export function paced(milliseconds, act) {
    let timer = null;
    const run = () => {
        clearTimeout(timer);
        timer = null;
        act();
    };
    return {
        soon: () => {
            timer ??= setTimeout(run, milliseconds);
        },
        now: () => {
            if (timer !== null) {
                run();
            }
        },
        stop: () => {
            clearTimeout(timer);
            timer = null;
        },
    };
}
