package org.kvartal.notifications.domain;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.PersonId;
import org.kvartal.notifications.Inbox.ListKey;
import org.kvartal.notifications.Rhythm;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** The notices of all people, and what is still to be done for new ones, in PostgreSQL. */
@Component
class Pigeonholes {

    /** Read notices are kept for so long. */
    private static final Duration KEPT = Duration.ofDays(180);

    /** A telling that failed for so long will not succeed. */
    private static final Duration GIVEN_UP = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final Clock clock;

    Pigeonholes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Lays a notice into inboxes, in one statement; whoever was told an earlier edition finds it there as new.
     *
     * @param rhythms with which letter it goes out to each of the people, {@link Rhythm#NEVER} with none
     * @param due when it may go out where it does not wait for others
     * @return those for whom it is new
     */
    List<PersonId> lay(Telling telling, List<Rhythm> rhythms, Instant due) {
        // In one order, so that two who tell the same don't wait for each other.
        return jdbc.sql("""
                INSERT INTO notice AS n (person, id, kind, subject, places, edition, told_at, rhythm, waits_since, due_at)
                SELECT w.person, :notice, :kind, :subject, :places, :edition, :at, nullif(w.rhythm, 'NEVER'), :at,
                       CASE WHEN w.rhythm = 'NOW' THEN :due::timestamptz END
                  FROM unnest(:people::uuid[], :rhythms::text[]) AS w (person, rhythm)
                 ORDER BY w.person
                ON CONFLICT (person, id) DO UPDATE
                   SET subject = excluded.subject, places = excluded.places, edition = excluded.edition, told_at = excluded.told_at,
                       read_at = NULL, rhythm = excluded.rhythm, due_at = excluded.due_at,
                       waits_since = CASE WHEN n.rhythm IS NULL THEN excluded.waits_since ELSE n.waits_since END
                 WHERE n.edition < excluded.edition
                RETURNING person
                """)
                .param("notice", telling.notice())
                .param("kind", telling.kind())
                .param("subject", telling.subject())
                .param("places", telling.places().toArray(UUID[]::new))
                .param("edition", telling.edition())
                .param("at", Columns.moment(telling.toldAt()))
                .param("due", Columns.moment(due))
                .param("people", ids(telling.people()))
                .param("rhythms", rhythms.stream().map(Rhythm::name).toArray(String[]::new))
                .query((row, _) -> Columns.person(row, "person"))
                .list();
    }

    /** What became of a notice in inboxes. */
    record Laid(int told, int read, int waiting) {

        static final Laid NOWHERE = new Laid(0, 0, 0);
    }

    /** Those that lie in no inbox are left out. */
    Map<UUID, Laid> laid(Collection<UUID> notices) {
        Map<UUID, Laid> laid = new HashMap<>();
        if (notices.isEmpty()) {
            return laid;
        }
        jdbc.sql("""
                SELECT id, count(*) AS told, count(read_at) AS read, count(rhythm) FILTER (WHERE read_at IS NULL) AS waiting
                  FROM notice WHERE id = ANY (:ids) GROUP BY id
                """).param("ids", notices.toArray(UUID[]::new)).query(row -> {
            laid.put(Columns.id(row, "id"), new Laid(row.getInt("told"), row.getInt("read"), row.getInt("waiting")));
        });
        return laid;
    }

    void begin(Telling telling) {
        jdbc.sql("""
                INSERT INTO telling (id, notice, kind, subject, places, edition, people, told_at, laid)
                VALUES (:id, :notice, :kind, :subject, :places, :edition, :people, :at, :laid)
                """)
                .param("id", telling.id())
                .param("notice", telling.notice())
                .param("kind", telling.kind())
                .param("subject", telling.subject())
                .param("places", telling.places().toArray(UUID[]::new))
                .param("edition", telling.edition())
                .param("people", ids(telling.people()))
                .param("at", Columns.moment(telling.toldAt()))
                .param("laid", telling.laid())
                .update();
    }

    Optional<Telling> telling(UUID id) {
        return jdbc.sql("SELECT * FROM telling WHERE id = :id")
                .param("id", id)
                .query(Pigeonholes::telling)
                .optional();
    }

    void end(Telling telling) {
        jdbc.sql("DELETE FROM telling WHERE id = :id").param("id", telling.id()).update();
    }

    /** Lets a notice that lies in inboxes already wait for its letter: one of a telling that an earlier version of the program began. */
    void letWait(Telling telling) {
        jdbc.sql("""
                UPDATE notice SET rhythm = 'NOW', waits_since = told_at, due_at = :now
                 WHERE person = ANY (:people) AND id = :id AND read_at IS NULL AND rhythm IS NULL
                """)
                .param("now", Columns.moment(clock.instant()))
                .param("people", ids(telling.people()))
                .param("id", telling.notice())
                .update();
    }

    List<StoredNotice> newest(PersonId person, boolean onlyUnread, @Nullable ListKey before, int limit) {
        StatementSpec statement = jdbc.sql("""
                SELECT id, kind, subject, told_at, read_at IS NULL AS unread
                  FROM notice
                 WHERE person = :person %s %s
                 ORDER BY told_at DESC, id DESC
                 LIMIT :limit
                """.formatted(
                                onlyUnread ? "AND read_at IS NULL" : "",
                                before == null ? "" : "AND (told_at, id) < (:toldAt, :id)"))
                .param("person", person.value())
                .param("limit", limit);
        if (before != null) {
            statement =
                    statement.param("toldAt", Columns.moment(before.toldAt())).param("id", before.id());
        }
        return statement.query(Pigeonholes::notice).list();
    }

    Optional<StoredNotice> find(PersonId person, UUID id) {
        return jdbc.sql("""
                SELECT id, kind, subject, told_at, read_at IS NULL AS unread
                  FROM notice WHERE person = :person AND id = :id
                """)
                .param("person", person.value())
                .param("id", id)
                .query(Pigeonholes::notice)
                .optional();
    }

    /** @return whether it was unread */
    boolean read(PersonId person, UUID id) {
        return jdbc.sql("UPDATE notice SET read_at = :now WHERE person = :person AND id = :id AND read_at IS NULL")
                        .param("now", Columns.moment(clock.instant()))
                        .param("person", person.value())
                        .param("id", id)
                        .update()
                > 0;
    }

    /** @return whether any was unread */
    boolean readAll(PersonId person, Instant until) {
        return jdbc.sql("""
                UPDATE notice SET read_at = :now WHERE person = :person AND told_at <= :until AND read_at IS NULL
                """)
                        .param("now", Columns.moment(clock.instant()))
                        .param("person", person.value())
                        .param("until", Columns.moment(until))
                        .update()
                > 0;
    }

    void forgetOld() {
        jdbc.sql("DELETE FROM notice WHERE told_at < :before AND read_at IS NOT NULL")
                .param("before", Columns.moment(clock.instant().minus(KEPT)))
                .update();
        jdbc.sql("DELETE FROM telling WHERE told_at < :before")
                .param("before", Columns.moment(clock.instant().minus(GIVEN_UP)))
                .update();
    }

    static StoredNotice notice(ResultSet row, int index) throws SQLException {
        return new StoredNotice(
                Columns.id(row, "id"),
                row.getString("kind"),
                Columns.id(row, "subject"),
                Columns.moment(row, "told_at"),
                row.getBoolean("unread"));
    }

    private static Telling telling(ResultSet row, int index) throws SQLException {
        Array people = Objects.requireNonNull(row.getArray("people"));
        return new Telling(
                Columns.id(row, "id"),
                Columns.id(row, "notice"),
                row.getString("kind"),
                Columns.id(row, "subject"),
                List.of((UUID[]) Objects.requireNonNull(row.getArray("places")).getArray()),
                row.getLong("edition"),
                Stream.of((UUID[]) people.getArray()).map(PersonId::new).toList(),
                Columns.moment(row, "told_at"),
                row.getBoolean("laid"));
    }

    private static UUID[] ids(Collection<PersonId> people) {
        return people.stream().map(PersonId::value).toArray(UUID[]::new);
    }
}
