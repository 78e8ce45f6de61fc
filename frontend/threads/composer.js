import { el, button, icon, markup } from '../shell/dom.js';
import { Words } from './words.js';
import { Times } from './time.js';
import { Draft } from './draft.js';
import { ask } from './ask.js';
import { MARKS, insert, insertParagraph, quoted } from './markdown.js';
import { upload } from './upload.js';
import { Mentions } from './mention.js';

/** How long somebody counts as writing after the last word of it. */
const WRITING = 6000;
/** By place on the keyboard, so that they work on a Cyrillic one too. */
const KEYS = { KeyB: 'bold', KeyI: 'italic', KeyK: 'link' };
const APPLE = /Mac|iPhone|iPad/.test(navigator.platform);
let count = 0;

/**
 * Where people write: an answer below a thread, a new thread, or a post that is changed. What is typed is kept as it is typed (see Draft);
 * what goes wrong is said beside what it is about, and never takes the text away.
 *
 * Called by the server: open(settings), writers(people), reset(draft). Calls the server: keep, send, preview, begin, drop, people, writing.
 */
class KvartalComposer extends HTMLElement {
    #settings = null;
    #away = [];
    #writers = new Map();
    #uploads = new Set();

    open(settings) {
        this.#leave();
        this.#settings = settings;
        this.words = new Words(settings.language, settings.texts);
        this.times = new Times(settings.language, settings.zone);
        this.id ||= `composer-${++count}`;
        this.docked = settings.mode === 'answer';
        this.classList.toggle('docked', this.docked);
        this.#draw();
        this.main = this.#draft('main', settings.draft);
        this.#use(this.main);
        this.#listen();
        this.#toggle(!this.docked);
    }

    /** Others who are writing right now. Each name fades by itself. */
    writers(people) {
        for (const person of people) {
            clearTimeout(this.#writers.get(person)?.timer);
            this.#writers.set(person, { timer: setTimeout(() => {
                this.#writers.delete(person);
                this.#sayWriters();
            }, WRITING) });
        }
        this.#sayWriters();
    }

    /** Whose post has arrived has finished writing. */
    #arrived(people) {
        for (const person of people) {
            clearTimeout(this.#writers.get(person)?.timer);
            this.#writers.delete(person);
        }
        this.#sayWriters();
    }

    disconnectedCallback() {
        this.#leave();
    }

    // ---------- the element ----------

    #draw() {
        const { words, docked } = this;
        const id = (part) => `${this.id}-${part}`;
        const tool = (mark, shape, key) => button({
            class: 'composer-tool', 'aria-label': words.say(mark), title: key ? `${words.say(mark)} (${shortcut(key)})` : words.say(mark), onclick: () => this.#mark(mark),
        }, icon(shape));
        this.field = el('textarea', {
            id: id('text'), class: 'composer-text', rows: docked ? 3 : 8, 'aria-label': docked ? words.say('text-label') : null, 'aria-describedby': `${id('error')} ${id('state')}`,
            spellcheck: 'true', placeholder: docked ? words.say('text-hint') : null,
        });
        this.mentions = new Mentions(this.field, id('people'), words, (name) => this.$server.people(name, this.spaceField?.value ?? ''), () => {
            this.#grow();
            this.draft.typed(this.#read());
        });
        this.preview = el('div', { class: 'prose composer-preview', hidden: true, tabindex: '0', role: 'region', 'aria-label': words.say('preview') });
        this.previewing = button({ class: 'composer-tool with-word', 'aria-pressed': 'false', 'aria-label': words.say('preview'), title: words.say('preview'), onclick: () => this.#togglePreview() }, icon('eye'), el('span', { class: 'composer-tool-word' }, words.say('preview')));
        this.picker = el('input', { type: 'file', multiple: true, hidden: true, tabindex: '-1', 'aria-label': words.say('file') });
        this.language = el('select', { class: 'composer-language', 'aria-label': words.say('language'), title: words.say('language') });
        this.voice = new Voice(words, this.#settings.voices);
        this.state = el('span', { class: 'draft-state', id: id('state') });
        this.error = el('p', { class: 'error-text composer-error', id: id('error'), role: 'alert' });
        this.sender = el('button', { type: 'submit', class: 'button main composer-send', title: shortcut('Enter') });
        this.canceller = button({ class: 'button plain', hidden: true, onclick: () => this.#endEdit(true) }, words.say('cancel'));
        this.leaver = button({ class: 'composer-tool', 'aria-label': words.say('close'), title: words.say('close'), onclick: () => this.#close() }, icon(docked ? 'down' : 'close'));
        this.to = el('div', { class: 'composer-to', hidden: true });
        this.files = el('div', { class: 'composer-files' });
        this.conflict = el('section', { class: 'composer-conflict', hidden: true });
        this.writing = el('p', { class: 'writing', 'aria-live': 'off' });
        this.closed = button({ class: 'composer-closed', onclick: () => this.#show() });
        this.closedRow = el('div', { class: 'composer-closed-row' }, this.closed, el('span', { class: 'composer-place' }));
        this.tools = el(
            'div',
            { class: 'composer-tools', role: 'group', 'aria-label': words.say('tools') },
            tool('bold', 'bold', 'B'), tool('italic', 'italic', 'I'), tool('link', 'link', 'K'), tool('list', 'list'), tool('quote', 'quote'),
            button({ class: 'composer-tool', 'aria-label': words.say('file'), title: words.say('file'), onclick: () => this.picker.click() }, icon('picture')),
            this.previewing,
        );
        this.box = el(
            'div',
            { class: 'composer-box' },
            el('div', { class: 'composer-head' }, this.tools, this.voice.select, this.leaver),
            this.voice.note,
            this.to,
            this.field,
            this.mentions.list,
            this.mentions.said,
            this.preview,
            this.files,
            el('div', { class: 'composer-foot' }, this.language, this.state, this.canceller, this.sender),
            this.picker,
        );
        this.form = el('form', { class: 'composer-form', novalidate: true, 'aria-label': words.say(docked ? 'answer-form' : 'thread-form') });
        if (docked) {
            this.form.append(this.conflict, this.box, this.error);
            this.replaceChildren(this.writing, this.closedRow, this.form);
        } else {
            this.leaver.hidden = true;
            this.#drawThreadFields(id);
            this.replaceChildren(this.form);
        }
    }

    #drawThreadFields(id) {
        const { words } = this;
        const settings = this.#settings;
        const field = (name, label, input, ...more) => {
            const error = el('p', { class: 'error-text', id: id(`${name}-error`), role: 'alert' });
            input.id = id(name);
            input.setAttribute('aria-describedby', [...more.map((hint) => hint.id), error.id].join(' '));
            return { error, input, node: el('div', { class: 'composer-field' }, el('label', { for: input.id }, label), input, ...more, error) };
        };
        const audience = el('p', { class: 'composer-hint', id: id('space-hint') });
        this.audience = audience;
        this.titleField = el('input', { type: 'text', autocomplete: 'off', required: true, 'data-first': true, oninput: () => this.#titled(), onfocus: () => this.#titled() });
        this.spaceField = el('select', { required: true },
            settings.space ? null : el('option', { value: '' }, words.say('space-choose')),
            settings.spaces.map((space) => el('option', { value: space.id, lang: space.language, selected: space.id === settings.space }, space.name)));
        const title = field('title', words.say('title'), this.titleField);
        const space = field('space', words.say('space'), this.spaceField, audience);
        this.fields = { title, space };
        this.form.append(
            this.conflict, title.node, space.node,
            el('div', { class: 'composer-field' }, el('label', { for: this.field.id }, words.say('text-label')), this.box, this.error),
        );
    }

    /** Lets others on the page know which title is typed. */
    #titled() {
        this.dispatchEvent(new CustomEvent('titled', { bubbles: true, detail: this.titleField.value }));
    }

    #listen() {
        const on = (target, type, act, options) => {
            target.addEventListener(type, act, options);
            this.#away.push(() => target.removeEventListener(type, act, options));
        };
        on(this.form, 'submit', (event) => {
            event.preventDefault();
            this.#send();
        });
        on(this.form, 'input', (event) => this.#typed(event));
        on(this.form, 'focusout', () => this.draft.flush());
        on(this.field, 'keydown', (event) => this.mentions.key(event));
        on(this.form, 'keydown', (event) => this.#key(event));
        on(this.field, 'input', () => this.mentions.look());
        on(this.field, 'click', () => this.mentions.look());
        on(this.field, 'blur', () => this.mentions.close());
        on(this.field, 'paste', (event) => this.#carry(event, event.clipboardData));
        on(this.box, 'dragover', (event) => {
            if (event.dataTransfer?.types.includes('Files')) {
                event.preventDefault();
                this.box.classList.add('over');
            }
        });
        on(this.box, 'dragleave', (event) => !this.box.contains(event.relatedTarget) && this.box.classList.remove('over'));
        on(this.box, 'drop', (event) => {
            this.box.classList.remove('over');
            this.#carry(event, event.dataTransfer);
        });
        on(this.picker, 'change', () => {
            this.#attach([...this.picker.files]);
            this.picker.value = '';
        });
        on(document, 'visibilitychange', () => document.hidden && this.draft.flush());
        on(window, 'pagehide', () => this.draft.flush());
        if (this.docked) {
            on(document, 'kvartal-compose', (event) => this.#compose(event.detail));
            on(document, 'kvartal-arrived', (event) => this.#arrived(event.detail));
            // The workspace's keys press the element itself.
            on(this, 'click', (event) => event.target === this && this.#show());
            const height = new ResizeObserver(() => document.documentElement.style.setProperty('--dock', `${this.offsetHeight}px`));
            height.observe(this);
            this.#away.push(() => height.disconnect(), () => document.documentElement.style.removeProperty('--dock'));
        } else {
            this.#sayAudience();
            on(this.spaceField, 'change', () => {
                this.#forgive(this.spaceField);
                this.#sayAudience();
                this.#rememberSpace();
            });
        }
    }

    #leave() {
        for (const stop of this.#away.splice(0)) {
            stop();
        }
        this.draft?.flush();
        for (const { timer } of this.#writers.values()) {
            clearTimeout(timer);
        }
        this.#writers.clear();
        for (const running of this.#uploads) {
            running.abort();
        }
    }

    // ---------- opened and closed ----------

    #toggle(open) {
        this.opened = open;
        this.form.hidden = !open;
        if (this.docked) {
            this.closedRow.hidden = open;
        }
        if (!open) {
            const begun = this.main.now.text.trim();
            this.closed.replaceChildren(
                icon(begun ? 'edit' : 'reply'),
                el('span', { class: 'composer-closed-word' }, begun ? this.words.say('go-on', begun.slice(0, 80)) : this.words.say('text-hint')),
            );
        }
    }

    #show() {
        this.#toggle(true);
        this.field.focus();
    }

    async #close() {
        if (this.editing) {
            await this.#endEdit(true);
            return;
        }
        this.draft.flush();
        this.#toggle(false);
        this.closed.focus();
    }

    /** Somebody pressed reply, quote or edit beside a post. */
    async #compose({ reply, quote, edit, text }) {
        if (edit) {
            await this.#beginEdit(edit);
            return;
        }
        if (this.editing && !(await this.#endEdit(true))) {
            return;
        }
        this.#show();
        const post = quote ?? reply;
        const by = `[${escaped(post.author.name)}](/threads/${this.#settings.thread}/${post.number})`;
        this.#showText();
        if (text) {
            const voice = post.onBehalfOf ? ` · ${escaped(this.words.say('for', post.onBehalfOf.name))}` : '';
            insertParagraph(this.field, quoted(`**${by}${voice}**\n${text}`));
        } else if (reply && !this.field.value.includes(by)) {
            // Readers see whom it is for, and can go there.
            insert(this.field, `${by}, `);
        }
    }

    // ---------- the draft ----------

    #draft(place, kept) {
        return new Draft({
            place,
            person: `${this.#settings.person}.${kept.key}`,
            kept,
            save: async (draft) => this.#tooLong() ?? this.$server.keep({ ...draft, space: '', version: 0 }),
            on: {
                saved: (at) => this.#state('saved', at),
                problem: (text) => this.#state('failed', text),
                conflict: (theirs) => this.#draftConflict(theirs),
            },
        });
    }

    #use(draft) {
        this.draft = draft;
        const { unsaved, conflict } = draft.remembered();
        this.#write(unsaved ?? draft.now);
        this.#fail(null);
        this.#state(draft.base > 0 ? (this.editing ? 'resumed' : 'saved') : '', draft.savedAt);
        this.sender.textContent = this.words.say(this.editing ? 'save' : this.docked ? 'send' : 'start');
        this.language.hidden = Boolean(this.editing);
        this.voice.show(!this.editing);
        this.canceller.hidden = !this.editing;
        if (this.docked) {
            this.leaver.hidden = Boolean(this.editing);
        }
        if (unsaved) {
            draft.typed(this.#read());
        }
        if (conflict) {
            draft.hold();
            this.#draftConflict(conflict, true);
        }
    }

    #read() {
        return { title: this.titleField?.value ?? '', text: this.field.value, language: this.language.value, onBehalfOf: this.editing ? '' : this.voice.chosen };
    }

    #write({ title, text, language, onBehalfOf }) {
        if (this.titleField) {
            this.titleField.value = title ?? '';
        }
        this.field.value = text;
        this.#offerLanguages(language);
        this.voice.choose(this.editing ? '' : onBehalfOf);
        this.#sayLanguage();
        this.#grow();
    }

    /** Those of the house, and the one that the text is in. */
    #offerLanguages(chosen) {
        this.language.replaceChildren(...this.#settings.languages
            .filter((one) => one.offered || one.code === chosen)
            .map((one) => el('option', { value: one.code, lang: one.code }, one.name)));
        this.language.value = chosen;
    }

    #typed(event) {
        if (event.target === this.picker || event.target === this.spaceField) {
            return;
        }
        this.#forgive(event.target);
        if (event.target === this.voice.select) {
            this.voice.say(null);
        }
        this.#sayLanguage();
        this.#grow();
        const now = this.#read();
        this.draft.typed(now);
        this.#state(this.draft.confirmed.text === now.text ? '' : 'saving');
        if (event.target === this.field && this.docked && !this.editing && now.text.trim() !== '' && Date.now() - (this.toldWriting ?? 0) > 3000) {
            this.toldWriting = Date.now();
            this.$server.writing();
        }
    }

    /** Says so where a text is longer than any post; such a text stays in this browser and burdens no line. */
    #tooLong() {
        const { longest, tooLong } = this.#settings;
        return this.field.value.length > longest ? { problem: tooLong, field: 'text' } : null;
    }

    /** What is typed has a language: the browser checks its spelling by it, and readers see it in its letters. */
    #sayLanguage() {
        this.field.lang = this.language.value;
        this.preview.lang = this.language.value;
        if (this.titleField) {
            this.titleField.lang = this.language.value;
        }
    }

    #state(state, detail) {
        const { words } = this;
        this.state.className = `draft-state ${state}`;
        if (state === 'saved' && detail) {
            this.state.replaceChildren(icon('check', 'icon-small'), words.say('draft-saved', this.times.hour(new Date(detail))));
        } else if (state === 'resumed' && detail) {
            // What is here is not what stands: somebody began to change it and went away.
            this.state.replaceChildren(icon('alert', 'icon-small'), words.say('edit-resumed', this.times.when(new Date(detail))));
        } else if (state === 'saving') {
            this.state.replaceChildren(words.say('draft-saving'));
        } else if (state === 'failed') {
            this.state.replaceChildren(icon('alert', 'icon-small'), detail);
        } else {
            this.state.replaceChildren();
        }
    }

    /** Two pages went on from one draft: both texts are shown, and the writer says which. */
    #draftConflict(theirs, fromMemory = false) {
        const { words } = this;
        const mine = this.#read();
        this.#choose({
            title: words.say('two-drafts'),
            lead: words.say(fromMemory ? 'two-drafts-memory' : 'two-drafts-lead'),
            mine: { head: words.say('two-drafts-mine'), text: mine.text },
            theirs: { head: theirs.savedAt ? words.say('two-drafts-theirs', this.times.when(new Date(theirs.savedAt))) : words.say('two-drafts-browser'), text: theirs.text },
            choices: [
                { text: words.say('two-drafts-keep'), run: () => this.#settle(theirs, mine) },
                { text: words.say('two-drafts-take'), run: () => this.#settle(theirs, { ...theirs, title: theirs.title ?? '' }) },
                { text: words.say('two-drafts-both'), run: () => this.#settle(theirs, { ...mine, text: `${mine.text.trimEnd()}\n\n${theirs.text}` }) },
            ],
        });
    }

    #settle(theirs, chosen) {
        if (theirs.sequence !== undefined) {
            this.draft.base = theirs.sequence;
            this.draft.post = theirs.post;
            this.draft.confirmed = { title: theirs.title ?? '', text: theirs.text, language: theirs.language, onBehalfOf: theirs.onBehalfOf ?? '' };
        }
        this.draft.release();
        this.#write(chosen);
        this.draft.typed(this.#read());
        this.draft.flush();
        this.field.focus();
    }

    #choose({ title, lead, mine, theirs, choices }) {
        const side = (part) => el('div', { class: 'conflict-side' }, el('h3', {}, part.head), el('div', { class: 'conflict-text', lang: this.language.value, tabindex: '0' }, part.text || '—'));
        const end = () => {
            this.conflict.hidden = true;
            this.conflict.replaceChildren();
            this.form.classList.remove('in-conflict');
        };
        this.#toggle(true);
        this.form.classList.add('in-conflict');
        this.conflict.replaceChildren(
            el('h2', { class: 'conflict-title', tabindex: '-1' }, title),
            el('p', {}, lead),
            el('div', { class: 'conflict-sides' }, side(mine), side(theirs)),
            el('div', { class: 'conflict-acts' }, choices.map((choice) => button({ class: 'button', onclick: () => {
                end();
                choice.run();
            } }, choice.text))),
        );
        this.conflict.hidden = false;
        this.conflict.querySelector('.conflict-title').focus();
    }

    // ---------- sending ----------

    async #send() {
        if (this.sending || !this.conflict.hidden) {
            return;
        }
        if (this.#uploads.size > 0) {
            this.#fail(this.words.say('still-uploading'));
            return;
        }
        this.#fail(null);
        this.sending = true;
        this.sender.disabled = true;
        this.form.setAttribute('aria-busy', 'true');
        // Nothing is thrown away before the server has the post: the field keeps the text, and the draft its copy.
        const slow = setTimeout(() => this.#state('failed', this.words.say('waiting')), 8000);
        try {
            await this.draft.flush();
            if (!this.conflict.hidden) {
                return;
            }
            if (!this.#complete()) {
                return;
            }
            this.draft.hold();
            const answer = this.#tooLong() ?? await this.$server.send({
                place: this.draft.place, post: this.draft.post, base: this.draft.base, ...this.#read(), space: this.spaceField?.value ?? '', version: this.editing?.version ?? 0,
            });
            this.draft.release();
            this.#sent(answer);
        } catch {
            this.draft.release();
            this.#fail(this.words.say('not-sent'));
        } finally {
            clearTimeout(slow);
            this.sending = false;
            this.sender.disabled = false;
            this.form.removeAttribute('aria-busy');
        }
    }

    /** Says at once all that a new thread still lacks; the server looks at it again. */
    #complete() {
        if (!this.fields || this.editing) {
            return true;
        }
        const lacking = [['title', this.titleField.value], ['space', this.spaceField.value], ['text', this.field.value]].filter(([, value]) => value.trim() === '').map(([name]) => name);
        for (const name of lacking.reverse()) {
            this.#fail(this.#settings.lacking[name], name, true);
        }
        return lacking.length === 0;
    }

    #sent(answer) {
        if (answer.field === 'onBehalfOf') {
            this.voice.end(answer.problem);
            this.draft.typed(this.#read());
            this.field.focus();
        } else if (answer.problem) {
            this.#fail(answer.problem, answer.field);
        } else if (answer.conflict) {
            this.#editConflict(answer.conflict);
        } else if (this.editing) {
            this.draft.begin(answer.draft);
            this.#endEdit(false);
        } else {
            // Who goes on in this thread goes on as whom they chose.
            this.draft.begin({ ...answer.draft, onBehalfOf: this.voice.chosen });
            this.#showText();
            this.#write(this.draft.now);
            this.#state('');
            if (this.docked) {
                this.#toggle(false);
            }
        }
    }

    #fail(problem, field = null, besides = false) {
        if (!besides) {
            this.#forget();
        }
        if (problem) {
            const part = this.fields?.[field] ?? { error: this.error, input: this.field };
            part.error.textContent = problem;
            part.input.setAttribute('aria-invalid', 'true');
            this.#showText();
            part.input.focus();
        }
    }

    #forget() {
        for (const part of Object.values(this.fields ?? {})) {
            part.error.textContent = '';
            part.input.removeAttribute('aria-invalid');
        }
        this.error.textContent = '';
        this.field.removeAttribute('aria-invalid');
    }

    /** What was refused may be right now: the message goes with the next word. */
    #forgive(input) {
        if (input.getAttribute('aria-invalid')) {
            input.removeAttribute('aria-invalid');
            const part = Object.values(this.fields ?? {}).find((one) => one.input === input);
            (part?.error ?? this.error).textContent = '';
        }
    }

    // ---------- changing a post ----------

    async #beginEdit(post) {
        if (this.editing && !(await this.#endEdit(true))) {
            return;
        }
        await this.draft.flush();
        const source = await this.$server.begin(post.id);
        if (source.problem) {
            this.#toggle(true);
            this.#fail(source.problem);
            return;
        }
        this.editing = { id: post.id, number: source.number, version: source.version, text: source.text };
        const editing = post.onBehalfOf ? this.words.say('editing-for', source.number, post.onBehalfOf.name) : this.words.say('editing', source.number);
        this.to.replaceChildren(icon('edit', 'icon-small'), el('span', {}, editing));
        this.to.hidden = false;
        this.#toggle(true);
        this.#use(this.#draft(`edit:${post.id}`, source.draft));
        this.#showText();
        this.field.focus();
        this.field.setSelectionRange(this.field.value.length, this.field.value.length);
    }

    /** @returns whether the edit is over: what was changed and not saved is asked for first */
    async #endEdit(asking) {
        const changed = this.field.value !== this.editing.text;
        if (asking && changed) {
            const answer = await ask(this, {
                title: this.words.say('drop-title'),
                body: [el('p', {}, this.words.say('drop-lead'))],
                choices: [{ value: '', text: this.words.say('drop-keep'), first: true }, { value: 'drop', text: this.words.say('drop-do'), kind: 'danger' }],
            });
            if (answer !== 'drop') {
                this.field.focus();
                return false;
            }
        }
        if (asking) {
            this.draft.begin(await this.$server.drop(this.draft.place));
        }
        this.editing = null;
        this.to.hidden = true;
        this.#showText();
        this.#use(this.main);
        this.#toggle(false);
        this.closed.focus();
        return true;
    }

    /** Somebody saved another text while this one was being changed: nothing is overwritten before the writer has seen both. */
    #editConflict({ theirs, version, by }) {
        const { words } = this;
        this.draft.hold();
        const mine = this.field.value;
        const goOn = (text) => {
            this.editing.version = version;
            this.draft.release();
            this.field.value = text;
            this.#grow();
            this.draft.typed(this.#read());
        };
        this.#choose({
            title: words.say('changed-title'),
            lead: words.say('changed-lead', by),
            mine: { head: words.say('changed-mine'), text: mine },
            theirs: { head: words.say('changed-theirs', by), text: theirs },
            choices: [
                { text: words.say('changed-take'), run: () => {
                    goOn(mine);
                    this.#send();
                } },
                { text: words.say('changed-keep'), run: async () => {
                    this.draft.release();
                    this.draft.begin(await this.$server.drop(this.draft.place));
                    this.#endEdit(false);
                } },
                { text: words.say('changed-merge'), run: () => {
                    goOn(`${mine.trimEnd()}\n\n${quoted(theirs)}\n`);
                    this.field.focus();
                } },
            ],
        });
    }

    // ---------- text, preview, files ----------

    #mark(mark) {
        this.#showText();
        this.field.focus();
        MARKS[mark](this.field);
    }

    #key(event) {
        const command = APPLE ? event.metaKey : event.ctrlKey;
        if (command && event.key === 'Enter') {
            event.preventDefault();
            this.#send();
        } else if (command && !event.altKey && !event.shiftKey && KEYS[event.code] && event.target === this.field) {
            event.preventDefault();
            this.#mark(KEYS[event.code]);
        } else if (event.key === 'Escape' && this.docked && !event.target.closest('dialog') && this.conflict.hidden) {
            event.preventDefault();
            event.stopPropagation();
            this.#close();
        }
    }

    async #togglePreview() {
        if (!this.preview.hidden) {
            this.#showText();
            this.field.focus();
            return;
        }
        const answer = this.#tooLong() ?? await this.$server.preview(this.field.value);
        if (answer.problem) {
            this.#fail(answer.problem);
            return;
        }
        markup(this.preview, answer.html);
        this.preview.classList.toggle('empty-preview', answer.html.trim() === '');
        if (answer.html.trim() === '') {
            this.preview.textContent = this.words.say('preview-empty');
        }
        this.preview.hidden = false;
        this.field.hidden = true;
        this.previewing.setAttribute('aria-pressed', 'true');
        this.preview.focus();
    }

    #showText() {
        this.preview.hidden = true;
        this.field.hidden = false;
        this.previewing.setAttribute('aria-pressed', 'false');
    }

    /** Browsers that can't size a field by its content get rows instead. */
    #grow() {
        if (!CSS.supports('field-sizing', 'content')) {
            const lines = this.field.value.split('\n').length;
            this.field.rows = Math.min(Math.max(lines + 1, this.docked ? 3 : 8), this.docked ? 12 : 28);
        }
    }

    #carry(event, data) {
        const files = [...(data?.files ?? [])];
        if (files.length > 0) {
            event.preventDefault();
            this.#attach(files);
        }
    }

    #attach(files) {
        this.#showText();
        for (const file of files) {
            this.#upload(file);
        }
    }

    async #upload(file) {
        const { words } = this;
        const running = new AbortController();
        const bar = el('progress', { max: 1, value: 0, 'aria-label': words.say('uploading', file.name) });
        const note = el('span', { class: 'composer-file-note', role: 'status' });
        const chip = el('div', { class: 'file composer-file' }, icon('file'), el('span', { class: 'file-name' }, file.name), bar, note,
            button({ class: 'composer-tool', 'aria-label': words.say('file-away', file.name), onclick: () => {
                running.abort();
                chip.remove();
            } }, icon('close', 'icon-small')));
        this.files.append(chip);
        this.#uploads.add(running);
        const draft = this.draft;
        try {
            await draft.flush();
            const address = new URL(this.getAttribute('upload'), document.baseURI);
            const answer = await upload(address, draft.place, file, (done) => {
                bar.value = done;
            }, running.signal);
            if (answer.problem) {
                throw new Refusal(answer.problem);
            }
            if (answer.draft && draft.base === 0) {
                draft.post = answer.draft.post;
                draft.base = answer.draft.sequence;
            }
            chip.remove();
            const link = `[${escaped(answer.name)}](${answer.path})`;
            if (answer.picture) {
                insertParagraph(this.field, `!${link}`);
            } else {
                insert(this.field, link);
            }
        } catch (failure) {
            bar.remove();
            if (failure.name !== 'AbortError') {
                chip.classList.add('refused');
                note.textContent = failure instanceof Refusal ? failure.message : words.say('not-uploaded');
            }
        } finally {
            this.#uploads.delete(running);
        }
    }

    // ---------- small words ----------

    #sayWriters() {
        const names = [...this.#writers.keys()];
        const { words } = this;
        this.writing.textContent = names.length === 0
            ? ''
            : names.length === 1 ? words.say('writing-one', names[0]) : names.length === 2 ? words.say('writing-two', names[0], names[1]) : words.say('writing-many', names[0], names.length - 1);
    }

    #sayAudience() {
        const space = this.#settings.spaces.find((one) => one.id === this.spaceField.value);
        this.audience.replaceChildren();
        if (space) {
            this.audience.append(icon(space.members ? 'lock' : 'globe', 'icon-small'), this.words.say(space.members ? 'read-by-members' : 'read-by-all'));
        }
    }

    /** The space stands in the address, so that it is still chosen after a reload. */
    #rememberSpace() {
        const space = this.#settings.spaces.find((one) => one.id === this.spaceField.value);
        const address = new URL(location.href);
        if (space) {
            address.searchParams.set('space', space.address);
        } else {
            address.searchParams.delete('space');
        }
        history.replaceState(history.state, '', address.pathname + address.search);
    }
}

/** The switch in which whoever may write for an organisation says whether they do. What is chosen stays while the page is open. */
class Voice {
    constructor(words, voices) {
        this.words = words;
        this.select = el('select', { class: 'composer-voice', 'aria-label': words.say('voice'), title: words.say('voice') },
            el('option', { value: '' }, words.say('as-myself')),
            voices.map((voice) => el('option', { value: voice.id, lang: voice.language }, words.say('for', voice.name))));
        this.note = el('p', { class: 'error-text composer-voice-note', role: 'alert', hidden: true });
        this.show(true);
    }

    get chosen() {
        return this.select.value;
    }

    /** Nobody who can only speak for themselves is asked. */
    show(wanted) {
        this.select.hidden = !wanted || this.select.options.length < 2;
    }

    /** Goes on with what a draft was meant for; where that mandate has ended, the writer is told so. */
    choose(id) {
        this.select.value = id ?? '';
        if (this.select.selectedIndex < 0) {
            this.select.value = '';
            this.say(this.words.say('voice-ended'));
        } else {
            this.say(null);
        }
    }

    /** The mandate that was chosen has ended: the text stays, and whoever sends it again sends it as themselves. */
    end(problem) {
        if (this.chosen !== '') {
            this.select.selectedOptions[0].remove();
        }
        this.select.value = '';
        this.show(true);
        this.say(problem);
    }

    say(text) {
        this.note.textContent = text ?? '';
        this.note.hidden = !text;
    }
}

class Refusal extends Error {}

function escaped(name) {
    return name.replace(/[\\[\]]/g, '\\$&');
}

function shortcut(key) {
    return APPLE ? `⌘${key === 'Enter' ? '↵' : key}` : `Ctrl+${key}`;
}

customElements.define('kvartal-composer', KvartalComposer);
