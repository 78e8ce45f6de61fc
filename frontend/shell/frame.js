import { forgetAll } from './memory.js';

// Small things that the workspace's frame needs in the browser: the skip link, and the reader's words where Flow has none.

// A link to #main would leave the page, since the workspace has a base address of its own.
document.addEventListener('click', event => {
    const skip = event.target.closest?.('.skip');
    if (skip) {
        event.preventDefault();
        event.stopPropagation();
        document.getElementById('main')?.focus();
    }
}, true);

// Whoever signs out may be at a computer that others use.
document.addEventListener('submit', event => {
    if (new URL(event.target.action).pathname === '/sign-out') {
        forgetAll();
    }
}, true);

// Another page begins at its top; one that is gone back to stands where it was left. Flow's own popstate events are not trusted ones.
let back = false;
window.addEventListener('popstate', event => {
    back ||= event.isTrusted;
});
document.addEventListener('arrived', event => {
    if (event.detail && !back && !location.hash) {
        window.scrollTo({ top: 0, behavior: 'instant' });
    }
    back = false;
});

// Flow's connection indicator has a word of its own for "online again"; the frame brings the reader's.
new MutationObserver((_, watcher) => {
    const frame = document.querySelector('.frame[data-online]');
    if (frame && window.Vaadin?.connectionIndicator) {
        window.Vaadin.connectionIndicator.onlineText = frame.dataset.online;
        window.Vaadin.connectionIndicator.setAttribute('role', 'status');
        watcher.disconnect();
    }
}).observe(document.documentElement, { childList: true, subtree: true });

// Flow keeps its last answer, which may be a whole page, in the server's memory until it hears from here again.
const REST = 3000;
let resting = null;
function rest() {
    clearTimeout(resting);
    resting = setTimeout(() => document.querySelector('.frame')?.$server?.rests(), REST);
}
window.addEventListener('vaadin-navigated', rest);
rest();
