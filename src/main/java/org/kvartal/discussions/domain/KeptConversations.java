package org.kvartal.discussions.domain;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.kvartal.audit.AuditEntry;
import org.kvartal.audit.AuditSubject;
import org.kvartal.audit.AuditTrail;
import org.kvartal.discussions.Conversations;
import org.kvartal.discussions.PostId;
import org.kvartal.discussions.PostPublished;
import org.kvartal.discussions.PostReworded;
import org.kvartal.discussions.Reaction;
import org.kvartal.discussions.ThreadId;
import org.kvartal.discussions.ThreadStarted;
import org.kvartal.discussions.domain.ThreadLedger.Entry;
import org.kvartal.discussions.domain.ThreadLedger.NewPlace;
import org.kvartal.discussions.domain.ThreadLedger.Place;
import org.kvartal.discussions.domain.ThreadLedger.Standing;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.live.Live;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What people do in discussions, written down. */
@Component
@Transactional
class KeptConversations implements Conversations {

    /** A page shows "is writing" for somewhat longer than this, so that it does not flicker. */
    private static final Duration WRITING_SAID_EVERY = Duration.ofSeconds(3);

    private final ThreadLedger ledger;
    private final Turnstile turnstile;
    private final PostRepository posts;
    private final SpaceRegister register;
    private final SpokenFor spokenFor;
    private final KeptNeeds needs;
    private final LongReading longReading;
    private final Audience audience;
    private final AuditTrail audit;
    private final Live live;
    private final ApplicationEventPublisher facts;
    private final JdbcClient jdbc;
    private final Clock clock;

    private final Cache<Writing, Boolean> writing = Caffeine.newBuilder()
            .expireAfterWrite(WRITING_SAID_EVERY)
            .maximumSize(10_000)
            .build();

    KeptConversations(
            ThreadLedger ledger,
            Turnstile turnstile,
            PostRepository posts,
            SpaceRegister register,
            SpokenFor spokenFor,
            KeptNeeds needs,
            LongReading longReading,
            Audience audience,
            AuditTrail audit,
            Live live,
            ApplicationEventPublisher facts,
            JdbcClient jdbc,
            Clock clock) {
        this.ledger = ledger;
        this.turnstile = turnstile;
        this.posts = posts;
        this.register = register;
        this.spokenFor = spokenFor;
        this.needs = needs;
        this.longReading = longReading;
        this.audience = audience;
        this.audit = audit;
        this.live = live;
        this.facts = facts;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public long start(Asker by, NewThread thread) {
        Imported origin = origin(by, thread.imported());
        NewPlace place = ledger.placeFor(thread.space(), thread.id(), thread.firstPost(), origin.author())
                .filter(found -> audience.mayRead(by, found.visibility()))
                .orElseThrow(() -> Refused.at("space", "discussions.refused.space-unknown"));
        if (place.number() != null) {
            return repeated(place, thread, origin.author());
        }
        if (place.foreignDraft()) {
            throw new Forbidden();
        }
        spokenFor.require(by, thread.onBehalfOf());
        String title = Written.title(thread.title());
        Entry post = new Entry(
                thread.firstPost(),
                origin.author(),
                thread.onBehalfOf(),
                thread.language(),
                Written.of(thread.text()),
                origin.at());
        OptionalLong number = ledger.begin(thread.id(), thread.space(), title, post);
        if (number.isEmpty()) {
            // Somebody was quicker: the same request a second time, or another one with an id that is not its own.
            return ledger.placeFor(thread.space(), thread.id(), thread.firstPost(), origin.author())
                    .map(now -> repeated(now, thread, origin.author()))
                    .orElseThrow(Forbidden::new);
        }
        live.changed(LiveTopics.NEWEST);
        facts.publishEvent(new ThreadStarted(thread.id(), thread.space(), origin.author(), origin.at()));
        if (thread.need() != null) {
            needs.begin(thread.id(), thread.need(), origin.author(), origin.at());
        }
        facts.publishEvent(new PostPublished(thread.firstPost(), thread.id(), 1, origin.author(), origin.at()));
        return number.getAsLong();
    }

    private static long repeated(NewPlace place, NewThread thread, PersonId author) {
        if (place.number() == null
                || !author.equals(place.author())
                || !thread.firstPost().value().equals(place.firstPost())) {
            throw new Forbidden();
        }
        return place.number();
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public int post(Asker by, NewPost post) {
        return turnstile.pass(post.thread(), () -> write(by, post));
    }

    private int write(Asker by, NewPost post) {
        Imported origin = origin(by, post.imported());
        Place place = place(post, origin.author());
        audience.requireReader(by, place.visibility());
        if (place.number() != null) {
            return repeated(place, post, origin.author());
        }
        if (place.foreignDraft()) {
            throw new Forbidden();
        }
        spokenFor.require(by, post.onBehalfOf());
        // Rendered before the lock is taken: whoever else posts here need not wait for it.
        Entry entry = new Entry(
                post.id(), origin.author(), post.onBehalfOf(), post.language(), Written.of(post.text()), origin.at());
        ledger.lock(post.thread());
        OptionalInt number = ledger.append(post.thread(), entry);
        if (number.isEmpty()) {
            return repeated(place(post, origin.author()), post, origin.author());
        }
        live.changed(LiveTopics.of(post.thread()));
        live.changed(LiveTopics.NEWEST);
        facts.publishEvent(
                new PostPublished(post.id(), post.thread(), number.getAsInt(), origin.author(), origin.at()));
        return number.getAsInt();
    }

    private Place place(NewPost post, PersonId author) {
        return ledger.placeFor(post.thread(), post.id(), author).orElseThrow(NotFound::new);
    }

    private static int repeated(Place place, NewPost post, PersonId author) {
        if (place.number() == null
                || !author.equals(place.author())
                || !post.thread().value().equals(place.threadOfPost())) {
            throw new Forbidden();
        }
        return place.number();
    }

    /** Who says it, and when: whoever asks, now; or what the house brings in. */
    private Imported origin(Asker by, @Nullable Imported imported) {
        if (imported == null) {
            return new Imported(by.requirePerson(), now());
        }
        if (!(by instanceof Asker.House)) {
            throw new Forbidden();
        }
        return new Imported(imported.author(), imported.at().truncatedTo(ChronoUnit.MICROS));
    }

    @Override
    public EditOutcome edit(Asker by, PostEdit edit) {
        PersonId editor = by.requirePerson();
        Standing standing = changeable(by, edit.post());
        if (standing.takenAway()) {
            throw Refused.because("discussions.refused.post-gone");
        }
        if (editor.equals(standing.author())) {
            // Whoever no longer speaks for an organisation puts no new words into its mouth.
            spokenFor.require(by, standing.onBehalfOf());
        }
        Written written = Written.of(edit.text());
        ledger.lock(standing.thread());
        Post post = posts.findById(edit.post().value()).orElseThrow(NotFound::new);
        if (post.takenAway()) {
            throw Refused.because("discussions.refused.post-gone");
        }
        Post.Wording now = post.wording();
        if (now.text().equals(written.text())) {
            // Nothing to save, or saved already by a request whose answer was lost.
            discardEdit(editor, edit.post());
            return new EditOutcome.Saved(now.version());
        }
        if (now.version() != edit.version()) {
            return new EditOutcome.Conflict(now.text(), now.version(), now.by());
        }
        ledger.keep(now);
        post.reword(written, editor, now(), ledger.revise(standing.thread()));
        long version = posts.saveAndFlush(post).version();
        discardEdit(editor, edit.post());
        recordModeration(by, standing, edit.post(), "discussions.post-edited");
        facts.publishEvent(new PostReworded(edit.post(), standing.thread(), editor, now()));
        live.changed(LiveTopics.of(standing.thread()));
        return new EditOutcome.Saved(version);
    }

    private void discardEdit(PersonId editor, PostId post) {
        jdbc.sql("DELETE FROM draft WHERE person = ? AND key = ?")
                .param(editor.value())
                .param("edit:" + post)
                .update();
    }

    @Override
    public void delete(Asker by, PostId id) {
        PersonId person = by.requirePerson();
        Standing standing = changeable(by, id);
        ledger.lock(standing.thread());
        Post post = posts.findById(id.value()).orElseThrow(NotFound::new);
        if (post.takenAway()) {
            return;
        }
        if (person.equals(standing.author())) {
            ledger.forget(id);
        } else {
            // Moderators answer for what they take away: the wording stays readable for moderators.
            ledger.keep(post.wording());
        }
        post.takeAway(person, now(), ledger.revise(standing.thread()));
        posts.saveAndFlush(post);
        recordModeration(by, standing, id, "discussions.post-taken-away");
        live.changed(LiveTopics.of(standing.thread()));
    }

    private Standing changeable(Asker by, PostId post) {
        Standing standing = readable(by, post);
        if (!audience.mayChange(by, standing.author(), standing.space())) {
            throw new Forbidden();
        }
        return standing;
    }

    private Standing readable(Asker by, PostId post) {
        return ledger.standing(post)
                .filter(found -> audience.mayRead(by, found.visibility()))
                .orElseThrow(NotFound::new);
    }

    private void recordModeration(Asker by, Standing standing, PostId post, String act) {
        if (by.person().filter(standing.author()::equals).isEmpty()) {
            audit.record(AuditEntry.of(by, act, new AuditSubject("discussions.post", post.value()))
                    .with("author", standing.author())
                    .with("thread", standing.thread().value())
                    .with("number", standing.number()));
        }
    }

    @Override
    public void react(Asker by, PostId post, Reaction reaction, boolean given) {
        PersonId person = by.requirePerson();
        Standing standing = readable(by, post);
        if (standing.takenAway()) {
            throw Refused.because("discussions.refused.post-gone");
        }
        boolean changed = given
                ? ledger.give(post, standing.thread(), person, reaction, now())
                : ledger.takeBack(post, standing.thread(), person, reaction);
        if (changed) {
            live.changed(LiveTopics.of(standing.thread()));
        }
    }

    @Override
    public void read(Asker by, ThreadId thread, int number) {
        var _ = read(by, thread, number, Duration.ZERO);
    }

    @Override
    public boolean read(Asker by, ThreadId thread, int number, Duration spent) {
        PersonId person = by.requirePerson();
        audience.requireReader(by, ledger.visibility(thread).orElseThrow(NotFound::new));
        if (number <= 0) {
            return false;
        }
        Instant now = now();
        ledger.mark(person, thread, number, now);
        return spent.isPositive() && longReading.count(person, thread, spent, now);
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public void writing(Asker by, ThreadId thread) {
        PersonId person = by.requirePerson();
        if (writing.asMap().putIfAbsent(new Writing(person, thread), true) != null) {
            return;
        }
        audience.requireReader(by, ledger.visibility(thread).orElseThrow(NotFound::new));
        live.whisper(LiveTopics.of(thread), person.toString());
    }

    @Override
    public void open(Asker by, NewSpace space) {
        register.open(by, space);
    }

    @Override
    public void change(Asker by, SpaceChange change) {
        register.change(by, change);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private record Writing(PersonId person, ThreadId thread) {}
}
