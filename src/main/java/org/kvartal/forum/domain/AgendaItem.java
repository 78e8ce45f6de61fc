package org.kvartal.forum.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.kvartal.discussions.ThreadId;
import org.kvartal.forum.Agenda;
import org.kvartal.forum.Agenda.ItemEdit;
import org.kvartal.forum.Agenda.NewItem;
import org.kvartal.forum.Agenda.Origin;
import org.kvartal.forum.AgendaTemplate.StandingItem;
import org.kvartal.forum.ItemId;
import org.kvartal.forum.ItemKind;
import org.kvartal.forum.ItemState;
import org.kvartal.forum.ItemVisibility;
import org.kvartal.forum.SectionId;
import org.kvartal.forum.SeriesId;
import org.kvartal.forum.SessionId;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Typed;
import org.kvartal.membership.BodyId;
import org.kvartal.membership.MemberId;

/** Something to be spoken of in a session, from the proposal on. Read only with its row locked, since its place on an agenda changes beside it. */
@Entity
@Table(name = "agenda_item")
@SuppressWarnings("UnusedVariable") // lists read what stands here by SQL
class AgendaItem {

    /** How long a room speaks of the minutes of the session before. */
    private static final int MINUTES_OF_MINUTES = 10;

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    @Column(updatable = false)
    private @Nullable UUID series;

    @Column(updatable = false)
    private @Nullable UUID wished;

    @Enumerated(EnumType.STRING)
    private ItemState state;

    private @Nullable UUID session;
    private @Nullable UUID section;
    private int position;

    @JdbcTypeCode(SqlTypes.JSON)
    private LocalizedText title;

    private String context;

    @Enumerated(EnumType.STRING)
    private ItemKind kind;

    @Enumerated(EnumType.STRING)
    private ItemVisibility visibility;

    private int minutes;
    private String expected;
    private @Nullable UUID presenter;

    @Column(updatable = false)
    private @Nullable UUID proposer;

    @Column(updatable = false)
    private @Nullable UUID onBehalfOf;

    @Column(updatable = false)
    private boolean standing;

    @Column(updatable = false)
    private @Nullable UUID thread;

    @Column(updatable = false)
    private @Nullable Long threadNumber;

    @Column(updatable = false)
    private boolean membersOnly;

    @Column(updatable = false)
    private int posts;

    @Column(updatable = false)
    private int writers;

    @Column(updatable = false)
    private int people;

    @Column(updatable = false)
    private int associations;

    private String reason;
    private @Nullable UUID mergedInto;
    private @Nullable UUID referredTo;

    @Column(updatable = false)
    private @Nullable UUID continues;

    @Column(updatable = false)
    private @Nullable UUID about;

    @Column(updatable = false)
    private Instant proposedAt;

    private @Nullable Instant decidedAt;

    @SuppressWarnings("NullAway.Init")
    protected AgendaItem() {}

    @SuppressWarnings("NullAway.Init")
    private AgendaItem(UUID id, @Nullable SeriesId series, Instant now) {
        this.id = id;
        this.series = series == null ? null : series.value();
        this.state = ItemState.PROPOSED;
        this.visibility = ItemVisibility.COMMON;
        this.reason = "";
        this.context = "";
        this.expected = "";
        this.proposedAt = now;
    }

    /**
     * @param origin the thread from which it comes, null for none
     * @param membersOnly whether only those who belong to the house may read that thread, and so this item
     */
    static AgendaItem propose(
            NewItem wish, @Nullable PersonId proposer, @Nullable Origin origin, boolean membersOnly, Instant now) {
        AgendaItem item = new AgendaItem(wish.id().value(), wish.series(), now);
        item.wished = wish.session() == null ? null : wish.session().value();
        item.proposer = proposer == null ? null : proposer.value();
        MemberId association = wish.onBehalfOf();
        item.onBehalfOf = association == null ? null : association.value();
        item.membersOnly = membersOnly;
        if (origin != null) {
            item.thread = origin.thread().value();
            item.threadNumber = origin.number();
            item.posts = origin.counts().posts();
            item.writers = origin.counts().writers();
            item.people = origin.counts().people();
            item.associations = origin.counts().associations();
        }
        item.title = LocalizedText.of(wish.language(), Typed.requiredLine("title", wish.title(), Agenda.TITLE_LENGTH));
        item.describe(wish.context(), wish.kind(), wish.minutes(), wish.expected());
        return item;
    }

    /** What stands on each agenda of a series, at its place in a new one. */
    static AgendaItem standing(
            StandingItem wish, SeriesId series, SessionId session, SectionId section, int position, Instant now) {
        AgendaItem item = new AgendaItem(Ids.next(), series, now);
        item.title = wish.title();
        item.describe("", wish.kind(), wish.minutes(), "");
        item.standing = true;
        item.state = ItemState.SCHEDULED;
        item.session = session.value();
        item.section = section.value();
        item.position = position;
        item.decidedAt = now;
        return item;
    }

    void accept(Instant now) {
        requireState(ItemState.PROPOSED);
        go(ItemState.BACKLOG, now);
    }

    void decline(String why, Instant now) {
        go(ItemState.DECLINED, now);
        reason = why;
    }

    void mergeInto(AgendaItem other, Instant now) {
        boolean fits = !other.id.equals(id) && Objects.equals(other.series, series) && other.state.open();
        if (!fits) {
            throw Refused.at("into", "forum.refused.into");
        }
        go(ItemState.MERGED, now);
        mergedInto = other.id;
    }

    void schedule(SessionId on, SectionId in, Instant now) {
        // What a room speaks of is not put onto the agenda of another.
        requireState(ItemState.BACKLOG);
        go(ItemState.SCHEDULED, now);
        session = on.value();
        section = in.value();
    }

    void takeBack(Instant now) {
        requireState(ItemState.SCHEDULED);
        go(ItemState.BACKLOG, now);
        session = null;
        section = null;
        position = 0;
    }

    /** Becomes the one that is spoken of. */
    void take(Instant now) {
        go(ItemState.CURRENT, now);
        reason = "";
    }

    /** The room turned to another item. */
    void waitAgain(Instant now) {
        if (state != ItemState.CURRENT) {
            throw Refused.because("forum.refused.item-state");
        }
        go(ItemState.SCHEDULED, now);
    }

    void done(Instant now) {
        go(ItemState.DONE, now);
    }

    void defer(Instant now) {
        if (standing) {
            throw Refused.because("forum.refused.item-standing");
        }
        go(ItemState.DEFERRED, now);
    }

    void refer(BodyId body, Instant now) {
        go(ItemState.REFERRED, now);
        referredTo = body.value();
    }

    void drop(String why, Instant now) {
        go(ItemState.DROPPED, now);
        reason = why;
    }

    /** Nobody came to it: it stands on the next agenda anyway. */
    void skip(Instant now) {
        if (!standing) {
            throw Refused.because("forum.refused.item-state");
        }
        drop("", now);
    }

    /** The same matter, for another session; waits in the backlog. */
    AgendaItem continued(Instant now) {
        AgendaItem next = new AgendaItem(Ids.next(), series(), now);
        next.title = title;
        next.context = context;
        next.kind = kind;
        next.visibility = visibility;
        next.minutes = minutes;
        next.expected = expected;
        next.presenter = presenter;
        next.proposer = proposer;
        next.onBehalfOf = onBehalfOf;
        next.thread = thread;
        next.threadNumber = threadNumber;
        next.membersOnly = membersOnly;
        next.posts = posts;
        next.writers = writers;
        next.people = people;
        next.associations = associations;
        next.continues = id;
        next.accept(now);
        return next;
    }

    /** What a session begins with: the minutes of the one before. */
    static AgendaItem minutesOf(
            SessionId last,
            LocalizedText title,
            @Nullable SeriesId series,
            SessionId session,
            SectionId section,
            Instant now) {
        AgendaItem item = new AgendaItem(Ids.next(), series, now);
        item.title = title;
        item.describe("", ItemKind.INFO, MINUTES_OF_MINUTES, "");
        item.standing = true;
        item.state = ItemState.SCHEDULED;
        item.session = session.value();
        item.section = section.value();
        item.about = last.value();
        item.decidedAt = now;
        return item;
    }

    void edit(ItemEdit wish) {
        requireVersion(wish.version());
        if (!state.open()) {
            throw Refused.because("forum.refused.item-state");
        }
        title = retitled(Typed.requiredLine("title", wish.title(), Agenda.TITLE_LENGTH));
        describe(wish.context(), wish.kind(), wish.minutes(), wish.expected());
    }

    void present(ItemVisibility newVisibility, @Nullable PersonId newPresenter) {
        visibility = newVisibility;
        presenter = newPresenter == null ? null : newPresenter.value();
    }

    /** What was translated from another wording is no translation of this one. */
    private LocalizedText retitled(String words) {
        return words.equals(title.in(title.source())) ? title : LocalizedText.of(title.source(), words);
    }

    private void describe(String newContext, ItemKind newKind, int newMinutes, String newExpected) {
        context = Typed.block("context", newContext, Agenda.CONTEXT_LENGTH);
        kind = newKind;
        minutes = Typed.number("minutes", newMinutes, 1, Agenda.MOST_MINUTES);
        expected = Typed.block("expected", newExpected, Agenda.EXPECTED_LENGTH);
    }

    private void go(ItemState to, Instant now) {
        if (!state.next().contains(to)) {
            throw Refused.because("forum.refused.item-state");
        }
        state = to;
        decidedAt = now;
    }

    /** Into the backlog and onto an agenda two ways lead each, and they are not the same. */
    private void requireState(ItemState standing) {
        if (state != standing) {
            throw Refused.because("forum.refused.item-state");
        }
    }

    void requireVersion(long seen) {
        if (version == null || version != seen) {
            throw Refused.because("forum.refused.changed");
        }
    }

    ItemId id() {
        return new ItemId(id);
    }

    @Nullable SeriesId series() {
        return series == null ? null : new SeriesId(series);
    }

    LocalizedText title() {
        return title;
    }

    ItemVisibility visibility() {
        return visibility;
    }

    ItemState state() {
        return state;
    }

    Optional<PersonId> proposer() {
        return Optional.ofNullable(proposer).map(PersonId::new);
    }

    Optional<SessionId> session() {
        return Optional.ofNullable(session).map(SessionId::new);
    }

    @Nullable ThreadId thread() {
        return thread == null ? null : new ThreadId(thread);
    }

    boolean isProposedBy(PersonId person) {
        return person.value().equals(proposer);
    }

    /** Whether it stands on each agenda of its series. */
    boolean standing() {
        return standing;
    }

    @Nullable UUID onBehalfOf() {
        return onBehalfOf;
    }
}
