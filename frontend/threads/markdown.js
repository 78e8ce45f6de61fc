/** What the small row of buttons does to a text: it writes the same marks that a hand would, and undo takes them back. */
export const MARKS = {
    bold: (field) => around(field, '**', '**'),
    italic: (field) => around(field, '*', '*'),
    link: (field) => link(field),
    list: (field) => lines(field, '- '),
    quote: (field) => lines(field, '> '),
};

/** Puts text at the caret as if it were typed. */
export function insert(field, text) {
    field.focus();
    // The browser's own command is old, but the only way that keeps its undo.
    if (!document.execCommand('insertText', false, text)) {
        field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
        field.dispatchEvent(new Event('input', { bubbles: true }));
    }
}

/** Puts a paragraph of its own at the caret: blank lines before and after, none at the very beginning. */
export function insertParagraph(field, text) {
    const before = field.value.slice(0, field.selectionStart);
    const lead = before === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n';
    insert(field, `${lead}${text}\n\n`);
}

export function quoted(text) {
    return text.trim().split('\n').map((line) => (line === '' ? '>' : `> ${line}`)).join('\n');
}

function around(field, before, after) {
    const { selectionStart: from, selectionEnd: to, value } = field;
    const inner = value.slice(from, to);
    const marked = value.slice(from - before.length, from) === before && value.slice(to, to + after.length) === after;
    if (marked) {
        field.setSelectionRange(from - before.length, to + after.length);
        insert(field, inner);
        field.setSelectionRange(from - before.length, to - before.length);
        return;
    }
    insert(field, `${before}${inner}${after}`);
    field.setSelectionRange(from + before.length, to + before.length);
}

function link(field) {
    const { selectionStart: from, selectionEnd: to, value } = field;
    const inner = value.slice(from, to);
    if (/^https?:\/\/\S+$/.test(inner)) {
        insert(field, `[](${inner})`);
        field.setSelectionRange(from + 1, from + 1);
        return;
    }
    insert(field, `[${inner}](https://)`);
    const address = from + inner.length + 3;
    field.setSelectionRange(address, address + 'https://'.length);
}

function lines(field, mark) {
    const { value } = field;
    const from = value.lastIndexOf('\n', field.selectionStart - 1) + 1;
    const end = value.indexOf('\n', field.selectionEnd);
    const to = end < 0 ? value.length : end;
    const rows = value.slice(from, to).split('\n');
    const all = rows.every((row) => row.startsWith(mark));
    const next = rows.map((row) => (all ? row.slice(mark.length) : mark + row)).join('\n');
    field.setSelectionRange(from, to);
    insert(field, next);
    if (rows.length > 1) {
        field.setSelectionRange(from, from + next.length);
    }
}
