import { el, button } from '../shell/dom.js';

/**
 * Asks one question in the middle of the page. The browser's own dialog keeps the focus inside, closes on Escape, and gives the focus back.
 *
 * @returns the value of the button that was pressed, or '' where the question was left
 */
export function ask(parent, { title, body = [], choices, wide = false }) {
    return new Promise((answered) => {
        const heading = el('h2', { class: 'ask-title', id: `ask-${Date.now()}` }, title);
        const dialog = el(
            'dialog',
            { class: wide ? 'ask wide' : 'ask', 'aria-labelledby': heading.id },
            el(
                'form',
                { method: 'dialog' },
                heading,
                ...body,
                el(
                    'div',
                    { class: 'ask-acts' },
                    choices.map((choice) => el('button', { class: `button ${choice.kind ?? ''}`.trim(), value: choice.value, autofocus: choice.first }, choice.text)),
                ),
            ),
        );
        // A press on the darkened page around the dialog leaves it, as everywhere.
        dialog.addEventListener('click', (event) => event.target === dialog && dialog.close(''));
        dialog.addEventListener('close', () => {
            dialog.remove();
            answered(dialog.returnValue);
        });
        parent.append(dialog);
        dialog.showModal();
    });
}

/** A small list of acts below a button, moved through by arrow keys. */
export function menu(opener, acts) {
    const items = acts.map((act) => button(
        { class: act.danger ? 'post-menu-act danger' : 'post-menu-act', role: 'menuitem', tabindex: '-1', onclick: () => {
            close();
            act.run();
        } },
        act.text,
    ));
    const list = el('div', { class: 'post-menu', role: 'menu' }, items);
    const outside = (event) => !list.contains(event.target) && !opener.contains(event.target) && close(false);
    const close = (back = true) => {
        document.removeEventListener('pointerdown', outside, true);
        list.remove();
        opener.setAttribute('aria-expanded', 'false');
        if (back) {
            opener.focus();
        }
    };
    list.addEventListener('keydown', (event) => {
        const at = items.indexOf(document.activeElement);
        const to = { ArrowDown: at + 1, ArrowUp: at - 1 + items.length, Home: 0, End: items.length - 1 }[event.key];
        if (to !== undefined) {
            event.preventDefault();
            items[to % items.length].focus();
        } else if (event.key === 'Escape' || event.key === 'Tab') {
            event.preventDefault();
            event.stopPropagation();
            close();
        }
    });
    opener.setAttribute('aria-expanded', 'true');
    opener.after(list);
    document.addEventListener('pointerdown', outside, true);
    // Where the list would end below what can be seen, it opens upwards.
    if (list.getBoundingClientRect().bottom > innerHeight - 80) {
        list.classList.add('up');
    }
    items[0].focus();
    return close;
}
