// Small things that the workspace's frame needs in the browser: the skip link, and text that survives a lost connection.

// A link to #main would leave the page, since the workspace has a base address of its own.
document.addEventListener('click', event => {
    const skip = event.target.closest?.('.skip');
    if (skip) {
        event.preventDefault();
        event.stopPropagation();
        document.getElementById('main')?.focus();
    }
}, true);

// Flow's connection indicator has a word of its own for "online again"; the frame brings the reader's.
new MutationObserver((_, watcher) => {
    const frame = document.querySelector('.frame[data-online]');
    if (frame && window.Vaadin?.connectionIndicator) {
        window.Vaadin.connectionIndicator.onlineText = frame.dataset.online;
        watcher.disconnect();
    }
}).observe(document.documentElement, { childList: true, subtree: true });

// Fields with data-keep="key": what is typed is kept here until the server says to forget it, and comes back after a reload.
const PREFIX = 'kvartal.kept.';
const DAYS_KEPT = 7;
const now = () => Date.now();

const kept = key => {
    try {
        return JSON.parse(localStorage.getItem(PREFIX + key));
    } catch {
        return null;
    }
};

document.addEventListener('input', event => {
    const field = event.target.closest?.('[data-keep]');
    const value = event.target.value;
    if (!field || typeof value !== 'string') {
        return;
    }
    try {
        if (value) {
            localStorage.setItem(PREFIX + field.dataset.keep, JSON.stringify({ value, at: now() }));
        } else {
            localStorage.removeItem(PREFIX + field.dataset.keep);
        }
    } catch {
        // The browser's store is full or closed: the draft on the server remains.
    }
});

function restore(field) {
    const text = kept(field.dataset.keep);
    if (!text || now() - text.at > DAYS_KEPT * 86_400_000 || field.value === text.value) {
        return;
    }
    // A longer text on the server is a later one: this browser was offline when it was typed elsewhere.
    if (field.value && !text.value.startsWith(field.value)) {
        return;
    }
    field.value = text.value;
    field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    field.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
}

new MutationObserver(() => {
    for (const field of document.querySelectorAll('[data-keep]')) {
        if (field.keeping !== field.dataset.keep) {
            field.keeping = field.dataset.keep;
            // Flow sets the value it knows in the same turn; look after that.
            setTimeout(() => restore(field), 100);
        }
    }
}).observe(document.documentElement, { childList: true, subtree: true, attributes: true, attributeFilter: ['data-keep'] });

for (const key of Object.keys(localStorage)) {
    if (key.startsWith(PREFIX) && now() - (kept(key.slice(PREFIX.length))?.at ?? 0) > DAYS_KEPT * 86_400_000) {
        localStorage.removeItem(key);
    }
}

window.kvartal = { ...window.kvartal, forget: key => localStorage.removeItem(PREFIX + key) };
