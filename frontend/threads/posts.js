import { el, button, icon, paced, scroller, steady } from '../shell/dom.js';
import { Words } from './words.js';
import { Times } from './time.js';
import { Place } from './place.js';
import { ask, menu } from './ask.js';
import { face } from '../shell/face.js';
import { drawPost } from './post.js';
import { ReadingTime } from './reading.js';

/** How many posts stay in the page; those far above or below what is read are read again when somebody goes back. */
const KEPT = 160;
/** How long a reader's own scrolling is waited for before pictures that arrive late may move what they came for. */
const SETTLING = 2500;

/**
 * The posts of a thread. The server hands over stretches of posts as data and keeps none of them; this element draws them, reads on in
 * both directions, tells the server what has been read, and takes in what others write meanwhile. A post is known by its id, and a
 * later revision replaces an earlier one, so the same news may come twice.
 *
 * Called by the server: open(page), news(list), told(text). Calls the server: stretch, read, react, remove, history, source, offers.
 */
class KvartalPosts extends HTMLElement {
    #items = new Map();
    #page = null;
    #seen = 0;
    /** What has come while the page is open and was not looked at yet: the first number, and how many. */
    #came = null;
    #away = [];

    /** Shows a stretch of a thread anew: after coming here, and where the thread was left for another of its places. */
    open(page) {
        this.#leave();
        page.words = new Words(page.language, page.texts);
        page.times = new Times(page.language, page.zone);
        page.path = (number) => `/app/threads/${page.thread}/${number}`;
        page.root = this;
        page.firstUnread = page.lastRead > 0 && page.lastRead < page.lastNumber ? page.lastRead + 1 : 0;
        this.#page = page;
        this.#seen = page.lastRead;
        this.reported = page.lastRead;
        this.#draw();
        this.#replace(page.posts, page.target);
        this.#listen();
    }

    /** Takes in posts that came or changed. */
    news({ posts, lastNumber, lastPostAt, mine = null }) {
        const page = this.#page;
        if (!page) {
            return;
        }
        const atEnd = this.#last() >= page.lastNumber;
        const before = page.lastNumber;
        if (lastNumber > page.lastNumber) {
            page.lastNumber = lastNumber;
            page.lastPostAt = lastPostAt ?? page.lastPostAt;
        }
        let fresh = 0;
        const arrived = [];
        for (const post of posts) {
            const known = this.#items.get(post.id);
            if (known) {
                if (post.revision > known.post.revision) {
                    this.#redraw(post);
                }
            } else if (post.number > before || post.number > this.#last()) {
                if (post.author.id !== page.me) {
                    fresh++;
                    this.#came = { from: Math.min(this.#came?.from ?? post.number, post.number), count: (this.#came?.count ?? 0) + 1 };
                }
                arrived.push(post.author.name);
                if (atEnd && post.number === this.#last() + 1) {
                    this.#append([post]);
                }
            }
        }
        this.#frame();
        this.dispatchEvent(new CustomEvent('kvartal-arrived', { bubbles: true, detail: arrived }));
        if (mine !== null) {
            this.#goTo(mine);
        } else if (fresh > 0) {
            this.#tell(fresh);
        }
    }

    /** Says something to those who hear the page, and for a moment to those who see it. */
    told(text) {
        this.#say(text, true);
    }

    disconnectedCallback() {
        this.#leave();
    }

    // ---------- the page ----------

    #draw() {
        const { words } = this.#page;
        this.older = button({ class: 'button plain thread-further', onclick: () => this.#readOlder() }, icon('up'), words.say('older'));
        this.newer = button({ class: 'button plain thread-further', onclick: () => this.#readNewer() }, icon('down'), words.say('newer'));
        this.list = el('div', { class: 'posts' });
        this.pill = button({ class: 'button main', hidden: true, onclick: () => this.#goTo(this.pillNumber) });
        this.status = el('p', { class: 'visually-hidden', role: 'status' });
        this.notice = el('p', { class: 'thread-notice', hidden: true });
        this.place = new Place(this.#page, (number, focus) => this.#goTo(number, focus));
        this.replaceChildren(
            el('div', { class: 'thread-posts' }, this.older, this.list, this.newer, el('div', { class: 'fresh' }, this.pill), this.notice, this.status, this.place.strip),
        );
        // The scrubber stands beside the posts and the composer, so the server has left a place for it there.
        this.closest('.thread')?.querySelector('.scrubber')?.replaceChildren(...this.place.parts);
    }

    #replace(posts, target) {
        this.#items.clear();
        this.list.replaceChildren();
        this.#append(posts);
        this.#frame();
        if (target > 1) {
            this.#settle(target);
        } else {
            scroller(this).scrollTo({ top: 0, behavior: 'instant' });
        }
    }

    #append(posts) {
        const nodes = posts.filter((post) => !this.#items.has(post.id)).flatMap((post) => this.#make(post));
        this.list.append(...nodes);
        this.#trim('above');
    }

    #prepend(posts) {
        const nodes = posts.filter((post) => !this.#items.has(post.id)).flatMap((post) => this.#make(post));
        const anchor = this.list.querySelector('[data-number]');
        const change = () => {
            this.list.prepend(...nodes);
            this.#frame();
        };
        if (anchor) {
            steady(anchor, change);
        } else {
            change();
        }
        this.#trim('below');
    }

    #make(post) {
        const node = drawPost(post, this.#page, this.#acts);
        this.#homeLinks(node);
        this.#items.set(post.id, { post, node });
        this.observer?.observe(node);
        return post.number === this.#page.firstUnread ? [this.#newLine(post), node] : [node];
    }

    #redraw(post) {
        const { node } = this.#items.get(post.id);
        const focused = node.contains(document.activeElement) ? [...node.querySelectorAll('button, a')].indexOf(document.activeElement) : -1;
        const fresh = drawPost(post, this.#page, this.#acts);
        this.#homeLinks(fresh);
        this.#items.set(post.id, { post, node: fresh });
        // Where it grows above what is read, the reader's line stays where it is.
        const anchor = this.#firstVisible();
        const change = () => node.replaceWith(fresh);
        if (anchor && anchor !== node) {
            steady(anchor, change);
        } else {
            change();
        }
        this.observer?.unobserve(node);
        this.observer?.observe(fresh);
        if (focused >= 0) {
            (fresh.querySelectorAll('button, a')[focused] ?? fresh).focus({ preventScroll: true });
        }
    }

    #newLine(post) {
        const said = el('span', {}, this.#page.words.say('new-since', this.#page.times.when(new Date(post.at))));
        return el('div', { class: 'post-line', id: 'first-unread' }, said);
    }

    /** A link to a thread leads to it inside the workspace, though it is written so that guests can follow it too. */
    #homeLinks(node) {
        for (const link of node.querySelectorAll('.prose a[href]')) {
            const place = /^(?:\/(?:en|ru|bg))?\/threads\/(\d+)(?:\/(\d+))?$/.exec(link.getAttribute('href'));
            if (place) {
                link.setAttribute('href', place[2] ? `/app/threads/${place[1]}/${place[2]}` : `/app/threads/${place[1]}`);
                if (Number(place[1]) === this.#page.thread && place[2]) {
                    link.dataset.place = place[2];
                }
            } else if (/^https?:/.test(link.getAttribute('href'))) {
                link.target = '_blank';
            }
        }
    }

    /** Lets go of posts far from where one reads. */
    #trim(side) {
        const nodes = [...this.list.querySelectorAll('[data-number]')];
        const many = nodes.length - KEPT;
        if (many <= 0) {
            return;
        }
        const going = side === 'above' ? nodes.slice(0, many) : nodes.slice(-many);
        const staying = side === 'above' ? nodes[many] : nodes[nodes.length - many - 1];
        steady(staying, () => {
            for (const node of going) {
                if (node.previousElementSibling?.id === 'first-unread') {
                    node.previousElementSibling.remove();
                }
                this.observer?.unobserve(node);
                this.#items.delete(node.dataset.id ?? this.#idOf(node));
                node.remove();
            }
            this.#frame();
        });
    }

    #idOf(node) {
        for (const [id, item] of this.#items) {
            if (item.node === node) {
                return id;
            }
        }
        return null;
    }

    #frame() {
        this.older.hidden = this.#first() <= 1;
        this.newer.hidden = this.#last() >= this.#page.lastNumber;
        this.place.show(this.current ?? this.#first());
    }

    #first() {
        return Number(this.list.querySelector('[data-number]')?.dataset.number ?? 1);
    }

    #last() {
        const nodes = this.list.querySelectorAll('[data-number]');
        return Number(nodes[nodes.length - 1]?.dataset.number ?? 0);
    }

    // ---------- reading on ----------

    async #readOlder() {
        if (this.reading || this.older.hidden) {
            return;
        }
        await this.#whileReading(async () => this.#prepend((await this.$server.stretch('before', this.#first())).posts));
    }

    async #readNewer() {
        if (this.reading || this.newer.hidden) {
            return;
        }
        await this.#whileReading(async () => {
            const list = await this.$server.stretch('after', this.#last());
            this.#page.lastNumber = Math.max(this.#page.lastNumber, list.lastNumber);
            this.#append(list.posts);
            this.#frame();
        });
    }

    async #goTo(number, focus = false) {
        this.pill.hidden = true;
        if (!this.#node(number)) {
            await this.#whileReading(async () => {
                const list = await this.$server.stretch('near', number);
                this.#page.lastNumber = Math.max(this.#page.lastNumber, list.lastNumber);
                this.#replace(list.posts, number);
            });
        }
        const node = this.#node(number);
        if (node) {
            this.#mark(node);
            this.#settle(number);
            this.#stand(number);
            if (focus) {
                node.focus({ preventScroll: true });
            }
        }
    }

    async #whileReading(act) {
        this.reading = true;
        this.list.setAttribute('aria-busy', 'true');
        try {
            await act();
        } catch {
            this.told(this.#page.words.say('failed'));
        } finally {
            this.reading = false;
            this.list.removeAttribute('aria-busy');
        }
    }

    #node(number) {
        return this.list.querySelector(`[data-number="${number}"]`);
    }

    #mark(node) {
        this.list.querySelector('.target')?.classList.remove('target');
        node.classList.add('target');
    }

    /** Brings a post to the top and keeps it there while pictures arrive, until the reader moves. */
    #settle(number) {
        clearTimeout(this.settling);
        this.wanted = number;
        const show = () => {
            const node = this.#node(number);
            const line = node?.previousElementSibling?.id === 'first-unread' ? node.previousElementSibling : node;
            line?.scrollIntoView({ block: 'start', behavior: 'instant' });
        };
        show();
        requestAnimationFrame(show);
        this.resized?.disconnect();
        this.resized = new ResizeObserver(show);
        this.resized.observe(this.list);
        this.settling = setTimeout(() => this.resized.disconnect(), SETTLING);
    }

    #listen() {
        const on = (target, type, act, options) => {
            target.addEventListener(type, act, options);
            this.#away.push(() => target.removeEventListener(type, act, options));
        };
        const moved = () => {
            this.resized?.disconnect();
            this.wanted = null;
        };
        for (const type of ['wheel', 'touchmove', 'keydown', 'pointerdown']) {
            on(window, type, moved, { passive: true });
        }
        this.observer = new IntersectionObserver((entries) => this.#looked(entries), { threshold: [0, 0.25, 0.5, 0.75, 1] });
        for (const { node } of this.#items.values()) {
            this.observer.observe(node);
        }
        this.edges = new IntersectionObserver((entries) => {
            for (const entry of entries) {
                if (entry.isIntersecting) {
                    if (entry.target === this.older) {
                        this.#readOlder();
                    } else {
                        this.#readNewer();
                    }
                }
            }
        }, { rootMargin: '600px 0px' });
        // Only once the page has come to rest: the way to the wanted post must not read the whole thread.
        const edges = setTimeout(() => {
            this.edges.observe(this.older);
            this.edges.observe(this.newer);
        }, 400);
        this.report = paced(2000, () => this.#reportRead());
        this.time = this.#page.counting ? new ReadingTime(() => this.report.soon()) : null;
        on(document, 'visibilitychange', () => (document.hidden ? this.report.now() : this.#lookAgain()));
        on(window, 'pagehide', () => this.report.now());
        // A press outside the posts may lead away from here: what has been read is told before.
        on(document, 'pointerdown', (event) => !this.contains(event.target) && this.report.now(), true);
        on(document, 'selectionchange', () => this.#select());
        on(this, 'click', (event) => this.#followPlace(event));
        const clock = setInterval(() => this.#page.times.refresh(this), 30_000);
        this.#away.push(() => clearInterval(clock), () => clearTimeout(edges), () => this.observer.disconnect(), () => this.edges.disconnect(), () => this.report.stop(), () => this.time?.stop());
    }

    #leave() {
        for (const stop of this.#away.splice(0)) {
            stop();
        }
        this.resized?.disconnect();
        clearTimeout(this.settling);
    }

    // ---------- what has been seen ----------

    #looked(entries) {
        for (const entry of entries) {
            const item = entry.target;
            const room = entry.rootBounds?.height ?? innerHeight;
            item.visibleNow = entry.isIntersecting && (entry.intersectionRatio >= 0.5 || entry.intersectionRect.height >= room / 2);
        }
        this.#lookAgain();
    }

    #lookAgain() {
        if (document.hidden) {
            return;
        }
        const visible = [...this.list.querySelectorAll('[data-number]')].filter((node) => node.visibleNow);
        if (visible.length === 0) {
            return;
        }
        const highest = Number(visible[visible.length - 1].dataset.number);
        if (highest > this.#seen) {
            this.#seen = highest;
            this.report.soon();
        }
        if (this.#came && highest >= this.#came.from) {
            this.#came = null;
            this.pill.hidden = true;
        }
        const first = Number(visible[0].dataset.number);
        this.#stand(this.wanted ?? (highest === this.#page.lastNumber ? highest : first));
    }

    /** The post that counts as the one being read: the one that was asked for, else the first that is well in view. */
    #stand(current) {
        if (current !== this.current) {
            this.current = current;
            this.place.show(current);
            this.#address(current);
        }
    }

    #reportRead() {
        if (this.isConnected && (this.#seen > this.reported || this.time?.enough)) {
            this.reported = this.#seen;
            const { time } = this;
            this.$server.read(this.#seen, time?.take() ?? 0).then((answer) => answer?.followed && time.stop());
        }
    }

    /** The address follows the reader, so that reloading and sharing keep the place. Back still leads out of the thread. */
    #address(number) {
        const path = this.#page.path(number);
        if (location.pathname !== path && location.pathname.startsWith(`/app/threads/${this.#page.thread}`)) {
            history.replaceState(history.state, '', path);
        }
    }

    #firstVisible() {
        return [...this.list.querySelectorAll('[data-number]')].find((node) => node.getBoundingClientRect().bottom > 80) ?? null;
    }

    // ---------- news ----------

    #tell(count) {
        const { words } = this.#page;
        const node = this.#node(this.#came.from);
        const inView = node && node.getBoundingClientRect().top < innerHeight - 120;
        this.#say(words.say('came', count), false);
        if (!inView) {
            this.pillNumber = this.#came.from;
            this.pill.replaceChildren(words.say('came', this.#came.count), icon('down', 'icon-small'));
            this.pill.hidden = false;
        }
    }

    #say(text, seen) {
        this.status.textContent = '';
        requestAnimationFrame(() => {
            this.status.textContent = text;
        });
        if (seen) {
            this.notice.textContent = text;
            this.notice.hidden = false;
            clearTimeout(this.noticeEnds);
            this.noticeEnds = setTimeout(() => {
                this.notice.hidden = true;
            }, 6000);
        }
    }

    // ---------- acts ----------

    #acts = {
        react: (post, reaction, given) => this.#react(post, reaction, given),
        reply: (post) => this.#compose({ reply: post, text: this.#selectedIn(post) }),
        quote: (post) => this.#quote(post),
        more: (post, opener) => this.#more(post, opener),
        history: (post) => this.#history(post),
    };

    /** Shown at once; the server's word follows, and where it refuses, what was shown is taken back. */
    async #react(post, reaction, given) {
        const count = (post.reactions[reaction] ?? 0) + (given ? 1 : -1);
        const shown = {
            ...post,
            reactions: { ...post.reactions, [reaction]: Math.max(count, 0) },
            mine: given ? [...post.mine, reaction] : post.mine.filter((other) => other !== reaction),
        };
        this.#redraw(shown);
        const answer = await this.$server.react(post.id, reaction, given);
        if (answer.problem) {
            this.#redraw(post);
            this.told(answer.problem);
        }
    }

    #select() {
        const selection = document.getSelection();
        if (!selection || selection.isCollapsed || selection.rangeCount === 0) {
            return;
        }
        const within = selection.getRangeAt(0).commonAncestorContainer;
        const prose = (within.nodeType === Node.ELEMENT_NODE ? within : within.parentElement)?.closest('.prose');
        const post = prose?.closest('[data-id]');
        if (post && this.contains(post)) {
            // A phone drops the selection before the press on "Quote" arrives, so it is remembered for a while.
            this.selected = { id: post.dataset.id, text: selection.toString().trim(), at: Date.now() };
        }
    }

    #selectedIn(post) {
        const selected = this.selected;
        return selected && selected.id === post.id && Date.now() - selected.at < 15_000 ? selected.text : '';
    }

    async #quote(post) {
        const selected = this.#selectedIn(post);
        if (selected) {
            this.#compose({ quote: post, text: selected });
            return;
        }
        const source = await this.$server.source(post.id);
        if (source.problem) {
            this.told(source.problem);
        } else {
            this.#compose({ quote: post, text: source.text });
        }
    }

    /** The composer stands beside this element, not in it. */
    #compose(detail) {
        this.selected = null;
        this.dispatchEvent(new CustomEvent('kvartal-compose', { bubbles: true, detail }));
        // The composer grows over the end of the page: the post that is answered stays in view above it.
        const { id } = detail.edit ?? detail.quote ?? detail.reply;
        setTimeout(() => this.#items.get(id)?.node.scrollIntoView({ block: 'nearest', behavior: 'instant' }), 250);
    }

    async #more(post, opener) {
        if (opener.getAttribute('aria-expanded') === 'true') {
            this.closeMenu?.();
            return;
        }
        const { words, offering } = this.#page;
        const { offers = [] } = offering ? await this.$server.offers(post.id) : {};
        const acts = [...offers.map((offer) => ({ text: offer.text, run: () => this.#follow(offer.path) })), { text: words.say('copy'), run: () => this.#copy(post) }];
        if (post.edited) {
            acts.push({ text: words.say('history'), run: () => this.#history(post) });
        }
        if (post.mayEdit) {
            acts.push({ text: words.say('edit'), run: () => this.#compose({ edit: post }) });
        }
        if (post.mayDelete) {
            acts.push({ text: words.say('delete'), danger: true, run: () => this.#delete(post, opener) });
        }
        this.closeMenu = menu(opener, acts);
    }

    /** A link that is pressed here leads there without loading the workspace anew. */
    #follow(path) {
        const link = el('a', { href: path, hidden: true });
        this.append(link);
        link.click();
        link.remove();
    }

    async #copy(post) {
        const { everybody, thread } = this.#page;
        // Of what everybody may read, the address that everybody can open.
        const address = new URL(everybody ? `/threads/${thread}/${post.number}` : this.#page.path(post.number), location.href).href;
        try {
            await navigator.clipboard.writeText(address);
            this.told(this.#page.words.say('copied'));
        } catch {
            // Without the right to the clipboard the address is shown, to be copied by hand.
            await ask(this, { title: this.#page.words.say('copy'), body: [el('p', { class: 'ask-address' }, address)], choices: [{ value: '', text: this.#page.words.say('close'), first: true }] });
        }
    }

    async #delete(post, opener) {
        const { words, me } = this.#page;
        const own = post.author.id === me;
        const answer = await ask(this, {
            title: words.say('delete-title'),
            body: [el('p', {}, words.say(own ? 'delete-own' : 'delete-other', post.author.name))],
            choices: [{ value: '', text: words.say('delete-keep'), first: true }, { value: 'delete', text: words.say('delete-do'), kind: 'danger' }],
        });
        if (answer !== 'delete') {
            opener.focus();
            return;
        }
        const result = await this.$server.remove(post.id);
        if (result.problem) {
            this.told(result.problem);
        }
    }

    async #history(post) {
        const { words, times } = this.#page;
        const answer = await this.$server.history(post.id);
        if (answer.problem) {
            this.told(answer.problem);
            return;
        }
        await ask(this, {
            title: words.say('history-title', post.number),
            wide: true,
            body: [
                el('p', { class: 'meta' }, words.say('history-lead'), post.editedBy && ` ${words.say('history-by', post.editedBy)}`),
                el('ol', { class: 'history' }, answer.wordings.map((wording) => el(
                    'li',
                    { class: 'history-item' },
                    el('div', { class: 'history-head' }, face(wording.by, 'small'), el('span', { class: 'person-name', lang: wording.by.language }, wording.by.name), el('span', { class: 'meta' }, times.write(el('time'), wording.at))),
                    el('div', { class: 'history-text', lang: post.language }, wording.text),
                ))),
            ],
            choices: [{ value: '', text: words.say('close'), first: true }],
        });
    }

    /** A link to a post that stands on this page leads there without loading anything; with a modifier key it is a link like others. */
    #followPlace(event) {
        const link = event.target.closest?.('a[data-place]');
        if (link && event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)) {
            event.preventDefault();
            event.stopPropagation();
            this.#goTo(Number(link.dataset.place), true);
        }
    }
}

customElements.define('kvartal-posts', KvartalPosts);
