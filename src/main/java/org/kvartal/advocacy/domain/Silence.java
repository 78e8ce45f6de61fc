package org.kvartal.advocacy.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.advocacy.AdvocacyPages;
import org.kvartal.advocacy.AdvocacyRights;
import org.kvartal.advocacy.DispatchId;
import org.kvartal.advocacy.DispatchState;
import org.kvartal.advocacy.Dispatches;
import org.kvartal.advocacy.Lateness;
import org.kvartal.advocacy.RecommendationState;
import org.kvartal.advocacy.domain.LetterDesk.Held;
import org.kvartal.forum.Agenda;
import org.kvartal.forum.Agenda.NewItem;
import org.kvartal.forum.ItemId;
import org.kvartal.forum.ItemKind;
import org.kvartal.forum.SeriesBook;
import org.kvartal.forum.SeriesId;
import org.kvartal.forum.SessionId;
import org.kvartal.forum.Sessions;
import org.kvartal.forum.Sessions.SessionCard;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Typed;
import org.kvartal.trace.Relation;
import org.kvartal.trace.Strand;
import org.kvartal.trace.Trace;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the house does where nobody answers: a letter whose last day is over has its reminder drafted, and offers itself to the backlog of the sessions that it
 * comes from. People decide; they need not remember.
 */
@Component
class Silence {

    private static final int BATCH = 50;

    /** How long a session is expected to speak of it. */
    private static final int MINUTES = 10;

    private final LetterDesk desk;
    private final LetterWords words;
    private final Postroom postroom;
    private final AdvocacyTasks tasks;
    private final AdvocacyTrail trail;
    private final Telling telling;
    private final Agenda agenda;
    private final Sessions sessions;
    private final SeriesBook book;
    private final Trace trace;
    private final Permissions permissions;
    private final Messages messages;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final HouseClock clock;

    Silence(
            LetterDesk desk,
            LetterWords words,
            Postroom postroom,
            AdvocacyTasks tasks,
            AdvocacyTrail trail,
            Telling telling,
            Agenda agenda,
            Sessions sessions,
            SeriesBook book,
            Trace trace,
            Permissions permissions,
            Messages messages,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            HouseClock clock) {
        this.desk = desk;
        this.words = words;
        this.postroom = postroom;
        this.tasks = tasks;
        this.trail = trail;
        this.telling = telling;
        this.agenda = agenda;
        this.sessions = sessions;
        this.book = book;
        this.trace = trace;
        this.permissions = permissions;
        this.messages = messages;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Drafts the reminders of letters that have become late.
     *
     * @return whether there may be more
     */
    boolean draftReminders() {
        List<DispatchId> late = jdbc.sql("""
                SELECT d.id FROM dispatch d JOIN recommendation r ON r.id = d.recommendation
                 WHERE d.state = 'SENT' AND r.state = ANY (:sendable) AND d.reply_by < (:now AT TIME ZONE d.zone)::date
                   AND NOT EXISTS (SELECT FROM dispatch_reminder m WHERE m.dispatch = d.id AND m.reply_by = d.reply_by)
                 ORDER BY d.reply_by, d.id LIMIT :batch""")
                .param("sendable", Stored.names(RecommendationState.SENDABLE))
                .param("now", Columns.moment(clock.now()))
                .param("batch", BATCH)
                .query((row, _) -> new DispatchId(Columns.id(row, "id")))
                .list();
        late.forEach(id -> transaction.executeWithoutResult(_ -> draftReminder(id)));
        return late.size() == BATCH;
    }

    private void draftReminder(DispatchId id) {
        Held held = desk.hold(id);
        Dispatch dispatch = held.dispatch();
        if (!held.recommendation().state().sendable()
                || dispatch.state() != DispatchState.SENT
                || dispatch.lateness(clock.now()) == Lateness.WAITING) {
            return;
        }
        ItemId item = ItemId.next();
        int drafted = jdbc.sql("""
                INSERT INTO dispatch_reminder (dispatch, reply_by, text, drafted_at, item)
                VALUES (:id, :replyBy, :text, :now, :item) ON CONFLICT DO NOTHING""")
                .param("id", id.value())
                .param("replyBy", dispatch.requireReplyBy())
                .param("text", words.reminder(held))
                .param("now", Columns.moment(clock.now()))
                .param("item", item.value())
                .update();
        if (drafted > 0) {
            tasks.remind(dispatch, held.code());
            offer(held, item);
            trail.dispatch(AdvocacyTrail.HOUSE, "advocacy.letter-late", id);
            telling.changed(held.recommendation().id());
        }
    }

    private void offer(Held held, ItemId item) {
        Dispatch dispatch = held.dispatch();
        Language language = held.recommendation().title().source();
        String name = postroom.name(dispatch, language);
        agenda.propose(
                AdvocacyTrail.HOUSE,
                new NewItem(
                        item,
                        series(held.recommendation()),
                        null,
                        Typed.shortened(
                                messages.text(language, "advocacy.late.title", held.code(), name), Agenda.TITLE_LENGTH),
                        language,
                        messages.text(
                                language,
                                "advocacy.late.context",
                                held.recommendation().title().in(language),
                                name,
                                postroom.day(dispatch.requireSentOn(), dispatch, language),
                                postroom.day(dispatch.requireReplyBy(), dispatch, language),
                                AdvocacyPages.recommendation(held.code())),
                        ItemKind.DISCUSS,
                        MINUTES,
                        "",
                        null,
                        null));
        trace.link(AdvocacyTrail.HOUSE, new Strand(dispatch.id().traced(), Relation.PROPOSED_AS, item.traced()));
    }

    /** Whose sessions it was that have confirmed it; null where they are over, or belong to none. */
    private @Nullable SeriesId series(Recommendation recommendation) {
        UUID outcome = recommendation.outcome();
        if (outcome == null) {
            return null;
        }
        Optional<SessionId> session = jdbc.sql("SELECT session FROM room_word WHERE outcome = :outcome")
                .param("outcome", outcome)
                .query((row, _) -> new SessionId(Columns.id(row, "session")))
                .optional();
        return session.map(
                        id -> sessions.cards(AdvocacyTrail.HOUSE, List.of(id)).get(id))
                .map(SessionCard::series)
                .filter(series -> book.find(AdvocacyTrail.HOUSE, series)
                        .filter(page -> page.endedAt() == null)
                        .isPresent())
                .orElse(null);
    }

    /** Reminds those who classify of what they have not read for too long. */
    @Transactional
    void remindOfUnread() {
        record Unread(DispatchId id, Instant since) {}
        Instant before = clock.now().minus(Dispatches.CLASSIFY_DAYS, ChronoUnit.DAYS);
        List<Unread> unread = jdbc.sql("""
                SELECT id, changed_at FROM dispatch
                 WHERE state = 'NEEDS_CLASSIFICATION' AND changed_at < :before AND unread_told IS DISTINCT FROM changed_at
                 ORDER BY changed_at, id LIMIT :batch""")
                .param("before", Columns.moment(before))
                .param("batch", BATCH)
                .query((row, _) -> new Unread(new DispatchId(Columns.id(row, "id")), Columns.moment(row, "changed_at")))
                .list();
        if (!unread.isEmpty()) {
            Set<PersonId> classify = permissions.holders(AdvocacyRights.CLASSIFY, Scope.PLATFORM);
            unread.forEach(one -> telling.unread(one.id(), one.since(), classify));
            jdbc.sql("UPDATE dispatch SET unread_told = changed_at WHERE id = ANY (:ids)")
                    .param("ids", unread.stream().map(one -> one.id().value()).toArray(UUID[]::new))
                    .update();
        }
    }
}
