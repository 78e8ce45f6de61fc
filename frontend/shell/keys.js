// Keys press what is on the page: an element with data-keys="n", "g t" or "mod+enter" (mod is Ctrl or ⌘). Keys without mod rest while somebody
// types, and a checkbox with data-keys-switch turns them off for this browser (WCAG 2.1.4).

const OFF = 'kvartal.keys.off';
const PAUSE = 1200;
let first = '';
let since = 0;

const off = () => localStorage.getItem(OFF) === 'yes';
const typing = element => element?.closest?.('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable], vaadin-text-area, vaadin-text-field');

function press(keys, from) {
    const near = from?.closest?.('[data-keys-scope]')?.querySelector(`[data-keys="${CSS.escape(keys)}"]`);
    const target = near ?? [...document.querySelectorAll(`[data-keys="${CSS.escape(keys)}"]`)].at(-1);
    if (!target || target.disabled || target.closest('[inert]')) {
        return false;
    }
    // What was typed reaches the server before the button does.
    if (typing(from)) {
        from.blur();
    }
    target.click();
    return true;
}

document.addEventListener('keydown', event => {
    if (event.defaultPrevented || event.isComposing || event.altKey) {
        return;
    }
    const from = event.composedPath()[0];
    if (event.ctrlKey || event.metaKey) {
        if (!event.repeat && press(`mod+${event.key.toLowerCase()}`, from)) {
            event.preventDefault();
        }
        return;
    }
    if (event.repeat || off() || typing(from) || document.querySelector('vaadin-dialog[opened], vaadin-confirm-dialog[opened]')) {
        return;
    }
    // The letter's place on the keyboard, so that g t works on a Cyrillic layout too.
    const key = /^Key[A-Z]$/.test(event.code) ? event.code[3].toLowerCase() : event.key;
    const pair = first && event.timeStamp - since < PAUSE ? `${first} ${key}` : '';
    first = key;
    since = event.timeStamp;
    if ((pair && press(pair, from)) || press(key, from)) {
        first = '';
        event.preventDefault();
    }
});

// The switch may arrive at any time; it shows what this browser remembers.
const show = box => { box.checked = !off(); };
new MutationObserver(() => document.querySelectorAll('[data-keys-switch]:not([data-ready])').forEach(box => {
    box.dataset.ready = '';
    show(box);
    box.addEventListener('change', () => localStorage.setItem(OFF, box.checked ? 'no' : 'yes'));
})).observe(document.documentElement, { childList: true, subtree: true });
