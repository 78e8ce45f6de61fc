package org.kvartal.forum.domain;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kvartal.forum.ForumTopics;
import org.kvartal.forum.MinutesDesk;
import org.kvartal.forum.MinutesState;
import org.kvartal.forum.ParagraphId;
import org.kvartal.forum.SessionId;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.live.Live;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The editions of minutes and how far they are. The caller has locked the session. */
@Component
class MinutesBook {

    /** The last moment of a day. */
    private static final LocalTime LAST = LocalTime.of(23, 59, 59);

    private final JdbcClient jdbc;
    private final MinutesWriter writer;
    private final MinutesDraft draft;
    private final SessionReads sessions;
    private final ForumTrail trail;
    private final Live live;
    private final HouseClock clock;

    MinutesBook(
            JdbcClient jdbc,
            MinutesWriter writer,
            MinutesDraft draft,
            SessionReads sessions,
            ForumTrail trail,
            Live live,
            HouseClock clock) {
        this.jdbc = jdbc;
        this.writer = writer;
        this.draft = draft;
        this.sessions = sessions;
        this.trail = trail;
        this.live = live;
        this.clock = clock;
    }

    record Standing(
            int edition,
            MinutesState state,
            @Nullable Instant reviewUntil,
            @Nullable Instant published) {}

    /** The newest edition. */
    Optional<Standing> newest(SessionId session) {
        return jdbc.sql("SELECT * FROM minutes_edition WHERE session = :session ORDER BY edition DESC LIMIT 1")
                .param("session", session.value())
                .query((row, _) -> new Standing(
                        row.getInt("edition"),
                        MinutesState.valueOf(row.getString("state")),
                        Columns.momentOrNull(row, "review_until"),
                        Columns.momentOrNull(row, "published_at")))
                .optional();
    }

    Standing require(SessionId session) {
        return newest(session).orElseThrow(NotFound::new);
    }

    /** @throws Refused once the minutes are approved */
    void requireUnsettled(SessionId session) {
        if (newest(session).filter(one -> one.state().settled()).isPresent()) {
            throw Refused.because("forum.refused.minutes-settled");
        }
    }

    /**
     * Drafts the minutes of a session that was closed just now; what was drafted before it went on is written anew, as far as nobody has worded it.
     *
     * @throws Refused once the minutes are approved
     */
    void assemble(Asker by, ForumSession session) {
        SessionId id = session.id();
        requireUnsettled(id);
        jdbc.sql("""
                INSERT INTO minutes_edition (session, edition, state, reason, made_at)
                VALUES (:session, 1, 'DRAFT', '', :now)
                ON CONFLICT (session, edition) DO UPDATE SET state = 'DRAFT', review_until = NULL, made_at = excluded.made_at""")
                .param("session", id.value())
                .param("now", Columns.moment(clock.now()))
                .update();
        var card = Optional.ofNullable(
                        sessions.cards(ForumTrail.HOUSE, Set.of(id)).get(id))
                .orElseThrow(NotFound::new);
        draft.write(id, writer.write(card));
        trail.session(by, "forum.minutes-drafted", id);
        live.changed(ForumTopics.minutes(id));
    }

    /** The session goes on: what was drafted of it waits. */
    void takeBack(SessionId session) {
        newest(session)
                .filter(one -> one.state() == MinutesState.IN_REVIEW)
                .ifPresent(one -> go(session, one, MinutesState.DRAFT));
        live.changed(ForumTopics.minutes(session));
    }

    void go(SessionId session, Standing standing, MinutesState to) {
        requireNext(standing, to);
        go(session, standing, to, null);
    }

    /** Whoever was there has time until the last of the days of reading is over where the session was held. */
    void review(ForumSession session, Standing standing) {
        requireNext(standing, MinutesState.IN_REVIEW);
        Instant until = clock.now()
                .atZone(session.zone())
                .toLocalDate()
                .plusDays(MinutesDesk.REVIEW_DAYS)
                .atTime(LAST)
                .atZone(session.zone())
                .toInstant();
        go(session.id(), standing, MinutesState.IN_REVIEW, until);
    }

    private void go(SessionId session, Standing standing, MinutesState to, @Nullable Instant until) {
        jdbc.sql("""
                UPDATE minutes_edition SET state = :to,
                       review_until = CASE :to WHEN 'IN_REVIEW' THEN :until::timestamptz WHEN 'DRAFT' THEN NULL ELSE review_until END,
                       approved_at = CASE :to WHEN 'APPROVED' THEN :now ELSE approved_at END,
                       published_at = CASE :to WHEN 'PUBLISHED' THEN :now ELSE published_at END
                 WHERE session = :session AND edition = :edition""")
                .param("to", to.name())
                .param("until", Columns.momentOrNull(until))
                .param("now", Columns.moment(clock.now()))
                .param("session", session.value())
                .param("edition", standing.edition())
                .update();
        live.changed(ForumTopics.minutes(session));
    }

    static void requireNext(Standing standing, MinutesState to) {
        if (!standing.state().next().contains(to)) {
            throw Refused.because("forum.refused.minutes-state");
        }
    }

    void approvedBy(SessionId session, int edition, PersonId person) {
        jdbc.sql("UPDATE minutes_edition SET approved_by = :person WHERE session = :session AND edition = :edition")
                .param("person", person.value())
                .param("session", session.value())
                .param("edition", edition)
                .update();
    }

    /**
     * A new edition in the place of the one that stands, as far as that one had come.
     *
     * @throws Refused if a paragraph is none of the edition that stands
     */
    int correct(SessionId session, Standing standing, String reason, Map<ParagraphId, LocalizedText> words) {
        record Copied(ParagraphId id, LocalizedText text) {}
        List<Copied> paragraphs = jdbc.sql("""
                SELECT id, text FROM minutes_paragraph
                 WHERE session = :session AND edition = :edition ORDER BY position""")
                .param("session", session.value())
                .param("edition", standing.edition())
                .query((row, _) -> new Copied(new ParagraphId(Columns.id(row, "id")), Stored.text(row, "text")))
                .list();
        if (!paragraphs.stream().map(Copied::id).toList().containsAll(words.keySet())) {
            throw Refused.because("forum.refused.changed");
        }
        Instant now = clock.now();
        int next = standing.edition() + 1;
        go(session, standing, MinutesState.CORRECTED);
        jdbc.sql("""
                INSERT INTO minutes_edition (session, edition, state, reason, made_at, approved_at, approved_by, published_at)
                SELECT session, :next, :state, :reason, :now, approved_at, approved_by,
                       CASE WHEN published_at IS NULL THEN NULL ELSE :now END
                  FROM minutes_edition WHERE session = :session AND edition = :edition""")
                .param("next", next)
                .param("state", standing.state().name())
                .param("reason", reason)
                .param("now", Columns.moment(now))
                .param("session", session.value())
                .param("edition", standing.edition())
                .update();
        for (Copied copied : paragraphs) {
            jdbc.sql("""
                    INSERT INTO minutes_paragraph
                           (id, session, edition, position, kind, item, source, reach, text, worded, version)
                    SELECT :id, session, :next, position, kind, item, source, reach, :text::jsonb, worded, 0
                      FROM minutes_paragraph WHERE id = :old""")
                    .param("id", ParagraphId.next().value())
                    .param("next", next)
                    .param("text", Stored.json(words.getOrDefault(copied.id(), copied.text())))
                    .param("old", copied.id().value())
                    .update();
        }
        return next;
    }
}
