// What people have typed and not sent, in this browser's own memory. Each text is under the person, the page and the form.

const BEGIN = 'kvartal.unsent.';

/** Nobody comes back to a half-written reason after that. */
const LASTS = 14 * 24 * 3600 * 1000;

/** What is remembered under a key: {name: {text, base}}, or null. */
export function recall(key) {
    try {
        return JSON.parse(localStorage.getItem(BEGIN + key) ?? 'null')?.fields ?? null;
    } catch {
        return null;
    }
}

export function remember(key, fields) {
    try {
        if (Object.keys(fields).length === 0) {
            localStorage.removeItem(BEGIN + key);
        } else {
            localStorage.setItem(BEGIN + key, JSON.stringify({ at: Date.now(), fields }));
        }
    } catch {
        // A browser without memory for pages loses no more than it did before.
    }
}

/** Whoever signs out leaves nothing to whom the computer is given next. */
export function forgetAll() {
    sweep(() => true);
}

function sweep(gone) {
    try {
        Object.keys(localStorage)
            .filter(key => key.startsWith(BEGIN) && gone(key))
            .forEach(key => localStorage.removeItem(key));
    } catch {
        // Nothing was remembered there either.
    }
}

function old(key) {
    try {
        return !(JSON.parse(localStorage.getItem(key)).at > Date.now() - LASTS);
    } catch {
        return true;
    }
}

sweep(old);
