package org.kvartal.forum.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.forum.ForumPages;
import org.kvartal.forum.ForumRights;
import org.kvartal.forum.SessionId;
import org.kvartal.forum.SessionState;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Typed;
import org.kvartal.tasks.Audience;
import org.kvartal.tasks.TaskWish;
import org.kvartal.tasks.Tasks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Wishes that a closed session goes on: one at a time, agreed to by a second person, refused, taken back, or overtaken by the minutes. */
@Component
@Transactional
class Reopenings {

    /** Of a session: the wish that waits. */
    static final String WAITING = " session = :session AND agreed_at IS NULL AND ended_at IS NULL ";

    private final RoomDoor door;
    private final SessionRepository sessions;
    private final Arrangement arrangement;
    private final MinutesBook minutes;
    private final Tasks tasks;
    private final ForumTelling telling;
    private final ForumTrail trail;
    private final Permissions permissions;
    private final JdbcClient jdbc;
    private final HouseClock clock;

    Reopenings(
            RoomDoor door,
            SessionRepository sessions,
            Arrangement arrangement,
            MinutesBook minutes,
            Tasks tasks,
            ForumTelling telling,
            ForumTrail trail,
            Permissions permissions,
            JdbcClient jdbc,
            HouseClock clock) {
        this.door = door;
        this.sessions = sessions;
        this.arrangement = arrangement;
        this.minutes = minutes;
        this.tasks = tasks;
        this.telling = telling;
        this.trail = trail;
        this.permissions = permissions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void ask(Asker by, SessionId id, String reason) {
        ForumSession session = door.facilitated(by, id);
        PersonId person = by.requirePerson();
        String why = Typed.requiredBlock("reason", reason, Lengths.REASON);
        if (session.state() != SessionState.CLOSED) {
            throw Refused.because("forum.refused.session-state");
        }
        minutes.requireUnsettled(id);
        int asked = jdbc.sql("""
                INSERT INTO session_reopening (id, session, reason, asked_by, asked_at)
                VALUES (:id, :session, :reason, :person, :now) ON CONFLICT DO NOTHING""")
                .param("id", Ids.next())
                .param("session", id.value())
                .param("reason", why)
                .param("person", person.value())
                .param("now", Columns.moment(clock.now()))
                .update();
        if (asked == 0) {
            throw Refused.because("forum.refused.reopening-waits");
        }
        tasks.open(new TaskWish(
                task(id),
                Audience.role("OFFICER"),
                "forum.task.reopening",
                List.of(session.code()),
                ForumPages.desk(session.code()),
                null));
        trail.session(by, "forum.reopening-asked", id, entry -> entry.because(why));
        door.changed(id);
    }

    void agree(Asker by, SessionId id) {
        permissions.check(by, ForumRights.AGREE_REOPENING, Scope.PLATFORM);
        PersonId person = by.requirePerson();
        ForumSession session = arrangement.lock(id);
        minutes.requireUnsettled(id);
        if (asker(id).equals(person)) {
            throw new Forbidden();
        }
        Instant now = clock.now();
        jdbc.sql("UPDATE session_reopening SET agreed_by = :person, agreed_at = :now WHERE" + WAITING)
                .param("person", person.value())
                .param("now", Columns.moment(now))
                .param("session", id.value())
                .update();
        jdbc.sql("UPDATE session_room SET closed_at = NULL WHERE session = :session")
                .param("session", id.value())
                .update();
        session.reopen(now);
        sessions.saveAndFlush(session);
        minutes.takeBack(id);
        tasks.done(task(id));
        trail.session(by, "forum.session-reopened", id);
        telling.changed(session);
        door.changed(id);
    }

    void refuse(Asker by, SessionId id, String reason) {
        permissions.check(by, ForumRights.AGREE_REOPENING, Scope.PLATFORM);
        PersonId person = by.requirePerson();
        String why = Typed.requiredBlock("reason", reason, Lengths.REASON);
        arrangement.lock(id);
        PersonId asker = asker(id);
        UUID wish = end(id, person, why).orElseThrow();
        trail.session(by, "forum.reopening-refused", id, entry -> entry.because(why));
        if (!asker.equals(person)) {
            telling.reopeningRefused(wish, asker);
        }
    }

    void withdraw(Asker by, SessionId id) {
        PersonId person = by.requirePerson();
        door.facilitated(by, id);
        if (!asker(id).equals(person)) {
            throw new Forbidden();
        }
        var _ = end(id, person, null);
        trail.session(by, "forum.reopening-withdrawn", id);
    }

    /** Minutes that were approved stand: the session does not go on. */
    void settled(SessionId id) {
        var _ = end(id, null, null);
    }

    private Optional<UUID> end(SessionId id, @Nullable PersonId by, @Nullable String answer) {
        Optional<UUID> ended = jdbc.sql("""
                UPDATE session_reopening SET ended_by = :person::uuid, ended_at = :now, answer = :answer
                 WHERE""" + WAITING + "RETURNING id")
                .param("person", by == null ? null : by.value())
                .param("now", Columns.moment(clock.now()))
                .param("answer", answer)
                .param("session", id.value())
                .query(UUID.class)
                .optional();
        tasks.done(task(id));
        door.changed(id);
        return ended;
    }

    private PersonId asker(SessionId id) {
        return jdbc.sql("SELECT asked_by FROM session_reopening WHERE" + WAITING)
                .param("session", id.value())
                .query((row, _) -> Columns.person(row, "asked_by"))
                .optional()
                .orElseThrow(() -> Refused.because("forum.refused.session-state"));
    }

    private static String task(SessionId session) {
        return "forum.reopening:" + session;
    }
}
