package org.kvartal.forum.domain;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.forum.Convening.NewSession;
import org.kvartal.forum.ItemId;
import org.kvartal.forum.OutcomeId;
import org.kvartal.forum.QuorumRule;
import org.kvartal.forum.Room.Carrying;
import org.kvartal.forum.Room.ReadBack;
import org.kvartal.forum.SeriesId;
import org.kvartal.forum.SessionClosed;
import org.kvartal.forum.SessionId;
import org.kvartal.forum.SessionState;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Secret;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How a session begins and ends, and what time it is in it. */
@Component
@Transactional
class RoomTimes {

    /** What was written by hand may have begun that much before its time, in hours. */
    private static final int EARLY = 12;

    private final RoomDoor door;
    private final SessionRepository sessions;
    private final KeptSessions convening;
    private final Arrangement arrangement;
    private final RoomCourse course;
    private final ItemClock itemClock;
    private final KeptOutcomes outcomes;
    private final LastMinutes lastMinutes;
    private final MinutesBook minutes;
    private final ForumTelling telling;
    private final ForumTrail trail;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher facts;
    private final HouseClock clock;

    RoomTimes(
            RoomDoor door,
            SessionRepository sessions,
            KeptSessions convening,
            Arrangement arrangement,
            RoomCourse course,
            ItemClock itemClock,
            KeptOutcomes outcomes,
            LastMinutes lastMinutes,
            MinutesBook minutes,
            ForumTelling telling,
            ForumTrail trail,
            JdbcClient jdbc,
            ApplicationEventPublisher facts,
            HouseClock clock) {
        this.door = door;
        this.sessions = sessions;
        this.convening = convening;
        this.arrangement = arrangement;
        this.course = course;
        this.itemClock = itemClock;
        this.outcomes = outcomes;
        this.lastMinutes = lastMinutes;
        this.minutes = minutes;
        this.telling = telling;
        this.trail = trail;
        this.jdbc = jdbc;
        this.facts = facts;
        this.clock = clock;
    }

    void start(Asker by, SessionId id, long version) {
        ForumSession session = door.facilitated(by, id);
        Instant now = clock.now();
        session.begin(version, now);
        sessions.saveAndFlush(session);
        Instant begun = session.paper() ? session.startsAt() : now;
        jdbc.sql("""
                INSERT INTO session_room (session, begun_at, paper_at, secret) VALUES (:session, :begun, :paper, :secret)""")
                .param("session", id.value())
                .param("begun", Columns.moment(begun))
                .param("paper", Columns.momentOrNull(session.paper() ? begun : null))
                .param("secret", Secret.next().hash())
                .update();
        jdbc.sql("""
                UPDATE forum_session s SET quorum = r.quorum FROM forum_series r
                 WHERE s.id = :session AND r.id = s.series AND s.quorum IS NULL""").param("session", id.value()).update();
        if (!session.paper()) {
            lastMinutes.settle(session);
        }
        trail.session(by, "forum.session-begun", id, entry -> entry.with("paper", session.paper()));
        changed(session);
    }

    void callBack(Asker by, SessionId id) {
        ForumSession session = door.running(by, id);
        if (!empty(id)) {
            throw Refused.because("forum.refused.session-used");
        }
        door.current(id).ifPresent(item -> course.putBack(id, item));
        itemClock.forget(id);
        jdbc.sql("DELETE FROM session_room WHERE session = :session")
                .param("session", id.value())
                .update();
        session.callBack(clock.now());
        sessions.saveAndFlush(session);
        trail.session(by, "forum.session-called-back", id);
        changed(session);
    }

    /** Whether nothing has happened in the room yet. */
    boolean empty(SessionId session) {
        return jdbc.sql("""
                SELECT NOT EXISTS (SELECT FROM attendance WHERE session = :session)
                   AND NOT EXISTS (SELECT FROM ballot WHERE session = :session)
                   AND NOT EXISTS (SELECT FROM session_reopening WHERE session = :session)
                   AND NOT EXISTS (SELECT FROM outcome o JOIN agenda_item i ON i.id = o.item WHERE i.session = :session)
                   AND NOT EXISTS (SELECT FROM agenda_item WHERE session = :session AND state NOT IN ('SCHEDULED', 'CURRENT'))""")
                .param("session", session.value())
                .query(Boolean.class)
                .single();
    }

    String enterFromPaper(Asker by, NewSession wish) {
        return convening.plan(by, wish, true);
    }

    void enterFromPaper(Asker by, SessionId id, long version) {
        ForumSession session = door.facilitated(by, id);
        session.wasHeldUnopened(version, clock.now());
        sessions.saveAndFlush(session);
        trail.session(by, "forum.session-entered", id);
        telling.changed(session);
    }

    void turnClock(Asker by, SessionId id, LocalDateTime time) {
        ForumSession session = door.running(by, id);
        if (!session.paper()) {
            throw Refused.because("forum.refused.not-paper");
        }
        Instant then = time.atZone(session.zone()).toInstant().truncatedTo(ChronoUnit.MINUTES);
        Optional<Instant> last = lastEntered(id);
        Instant least = last.orElse(session.startsAt().minus(EARLY, ChronoUnit.HOURS));
        if (then.isBefore(least.truncatedTo(ChronoUnit.MINUTES)) || then.isAfter(clock.now())) {
            throw Refused.at("time", "forum.refused.paper-time");
        }
        // Within the minute of what was entered last, time does not go back.
        Instant set = then.isBefore(least) ? least : then;
        jdbc.sql("""
                UPDATE session_room SET paper_at = :then, begun_at = CASE WHEN :first THEN :then ELSE begun_at END
                 WHERE session = :session""")
                .param("session", id.value())
                .param("then", Columns.moment(set))
                .param("first", last.isEmpty())
                .update();
        door.changed(id);
    }

    private Optional<Instant> lastEntered(SessionId session) {
        return jdbc.sql("""
                SELECT greatest(
                    (SELECT max(greatest(began_at, ended_at)) FROM item_span WHERE session = :session),
                    (SELECT max(greatest(came_at, left_at)) FROM attendance WHERE session = :session),
                    (SELECT max(greatest(opened_at, closed_at)) FROM ballot WHERE session = :session),
                    (SELECT max(o.made_at) FROM outcome o JOIN agenda_item i ON i.id = o.item
                      WHERE i.session = :session)) AS last""")
                .param("session", session.value())
                .query((row, _) -> Optional.ofNullable(Columns.momentOrNull(row, "last")))
                .single();
    }

    void quorum(Asker by, SessionId id, @Nullable QuorumRule rule, boolean always) {
        ForumSession session = door.facilitated(by, id);
        door.requireNoBallot(id);
        boolean late = session.state() == SessionState.CLOSED || session.state() == SessionState.CANCELLED;
        if (late) {
            throw Refused.because("forum.refused.session-over");
        }
        String stored = rule == null ? null : rule.stored();
        jdbc.sql("UPDATE forum_session SET quorum = :quorum WHERE id = :session")
                .param("quorum", stored)
                .param("session", id.value())
                .update();
        SeriesId series = session.series();
        if (always && series != null) {
            jdbc.sql("UPDATE forum_series SET quorum = :quorum WHERE id = :series")
                    .param("quorum", stored)
                    .param("series", series.value())
                    .update();
        }
        trail.session(
                by,
                rule == null ? "forum.quorum-off" : "forum.quorum-set",
                id,
                entry -> rule == null
                        ? entry.with("always", always)
                        : entry.with("kind", rule.kind())
                                .with("value", rule.value())
                                .with("always", always));
        door.changed(id);
    }

    void close(Asker by, SessionId id, Map<OutcomeId, ReadBack> readBack, @Nullable Carrying rest) {
        ForumSession session = door.running(by, id);
        door.requireNoBallot(id);
        outcomes.requireHeard(session, readBack);
        List<ItemId> unsettled = course.unsettled(id);
        if (!unsettled.isEmpty() && rest == null) {
            throw Refused.because("forum.refused.items-open", unsettled.size());
        }
        door.current(id).ifPresent(item -> course.done(by, item));
        course.skipStanding(by, id);
        unsettled.forEach(item -> course.defer(by, session, item, Objects.requireNonNull(rest)));
        List<OutcomeId> confirmed = outcomes.settle(by, session, readBack);
        Instant now = door.now(id);
        itemClock.stop(id, now);
        jdbc.sql("UPDATE session_room SET closed_at = :now WHERE session = :session")
                .param("now", Columns.moment(now))
                .param("session", id.value())
                .update();
        session.close(clock.now());
        sessions.saveAndFlush(session);
        minutes.assemble(by, session);
        course.next(session).ifPresent(next -> lastMinutes.settle(arrangement.lock(next)));
        trail.session(by, "forum.session-closed", id, entry -> entry.with("confirmed", confirmed.size()));
        telling.settled(by, session);
        facts.publishEvent(new SessionClosed(id, session.code(), confirmed));
        changed(session);
    }

    private void changed(ForumSession session) {
        telling.changed(session);
        door.changed(session.id());
    }
}
