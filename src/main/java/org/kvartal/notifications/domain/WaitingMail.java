package org.kvartal.notifications.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.PersonId;
import org.kvartal.notifications.Rhythm;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The notices that wait for a letter, in PostgreSQL. Taking one out is one guarded statement, so that it is in one letter only. */
@Component
class WaitingMail {

    /** What goes on and on is written of all the same. */
    static final Duration PATIENCE = Duration.ofMinutes(50);

    private final JdbcClient jdbc;

    WaitingMail(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Letters about one place are one letter. */
    record Batch(PersonId person, UUID place) {}

    /**
     * A notice that waits, in the order in which it was told.
     *
     * @param written the edition of which an earlier letter told, 0 for none
     */
    record Waiting(PersonId person, UUID place, StoredNotice notice, long edition, long written) {}

    /**
     * Whose letters about what may go out: nothing came there for a while, the first has waited long enough, or something can't wait.
     *
     * @param urgent the kinds that can't
     */
    List<Batch> ready(Instant now, Set<String> urgent, int limit) {
        return jdbc.sql("""
                SELECT person, coalesce(places[1], subject) AS place FROM notice
                 WHERE rhythm = 'NOW'
                 GROUP BY person, coalesce(places[1], subject)
                HAVING max(due_at) <= :now OR min(waits_since) <= :early
                    OR min(due_at) FILTER (WHERE kind = ANY (:urgent)) <= :now
                 ORDER BY min(due_at), person
                 LIMIT :limit
                """)
                .param("now", Columns.moment(now))
                .param("urgent", urgent.toArray(String[]::new))
                .param("early", Columns.moment(now.minus(PATIENCE)))
                .param("limit", limit)
                .query((row, _) -> new Batch(Columns.person(row, "person"), Columns.id(row, "place")))
                .list();
    }

    /** What is in these letters, if nothing of it is read meanwhile. */
    Map<Batch, List<Waiting>> of(Collection<Batch> batches) {
        Set<Batch> wanted = Set.copyOf(batches);
        return jdbc
                .sql("""
                SELECT person, coalesce(places[1], subject) AS place, id, kind, subject, told_at, edition, written, read_at IS NULL AS unread
                  FROM notice
                 WHERE person = ANY (:people) AND rhythm = 'NOW'
                 ORDER BY told_at, id
                """)
                .param("people", people(batches.stream().map(Batch::person).toList()))
                .query((row, _) -> waiting(row))
                .list()
                .stream()
                .filter(one -> wanted.contains(new Batch(one.person(), one.place())))
                .collect(Collectors.groupingBy(one -> new Batch(one.person(), one.place())));
    }

    /**
     * What these people have not read of what waits to be sent together, each one's newest first.
     *
     * @param most of each person
     */
    Map<PersonId, List<Waiting>> together(Rhythm rhythm, Map<PersonId, Instant> since, int most) {
        Map<PersonId, List<Waiting>> found = new HashMap<>();
        List<PersonId> order = List.copyOf(since.keySet());
        jdbc.sql("""
                SELECT n.person, coalesce(n.places[1], n.subject) AS place, n.id, n.kind, n.subject, n.told_at, n.edition, n.written, true AS unread
                  FROM unnest(:people::uuid[], :since::text[]::timestamptz[]) AS p (person, since)
                 CROSS JOIN LATERAL (
                       SELECT * FROM notice
                        WHERE person = p.person AND rhythm IN ('DAILY', 'WEEKLY') AND rhythm = :rhythm AND read_at IS NULL AND told_at > p.since
                        ORDER BY told_at DESC, id DESC LIMIT :most) n
                 ORDER BY n.told_at DESC, n.id DESC
                """)
                .param("people", people(order))
                .param(
                        "since",
                        order.stream()
                                .map(one -> String.valueOf(since.get(one)))
                                .toArray(String[]::new))
                .param("rhythm", rhythm.name())
                .param("most", most)
                .query((row, _) -> waiting(row))
                .list()
                .forEach(one -> found.computeIfAbsent(one.person(), _ -> new ArrayList<>())
                        .add(one));
        return found;
    }

    /**
     * Takes notices out: whoever gets them back has them for a letter of theirs, and nobody else does. Not what was read meanwhile, nor what is
     * news again.
     */
    Set<UUID> take(PersonId person, List<Waiting> waiting) {
        return jdbc
                .sql("""
                UPDATE notice n SET rhythm = NULL, due_at = NULL, written = n.edition
                  FROM unnest(:ids::uuid[], :editions::bigint[]) AS w (id, edition)
                 WHERE n.person = :person AND n.id = w.id AND n.edition = w.edition AND n.rhythm IS NOT NULL
                RETURNING CASE WHEN n.read_at IS NULL THEN n.id END AS id
                """)
                .param("ids", waiting.stream().map(one -> one.notice().id()).toArray(UUID[]::new))
                .param("editions", waiting.stream().map(Waiting::edition).toArray(Long[]::new))
                .param("person", person.value())
                .query((row, _) -> Columns.idOrNull(row, "id"))
                .list()
                .stream()
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** Forgets of what waited to be sent together what the person has read, or could when they were last here. */
    void forgetSeen(PersonId person, Rhythm rhythm, Instant seen) {
        jdbc.sql("""
                UPDATE notice SET rhythm = NULL
                 WHERE person = :person AND rhythm IN ('DAILY', 'WEEKLY') AND rhythm = :rhythm AND (read_at IS NOT NULL OR told_at <= :seen)
                """)
                .param("person", person.value())
                .param("rhythm", rhythm.name())
                .param("seen", Columns.moment(seen))
                .update();
    }

    /** Lets a letter wait whose words could not be had; what has failed for too long gets none. */
    void putOff(Batch batch, Instant until, Instant givenUp) {
        jdbc.sql("""
                UPDATE notice
                   SET due_at = :until, waits_since = :until, rhythm = CASE WHEN told_at > :givenUp THEN rhythm END
                 WHERE person = :person AND rhythm = 'NOW' AND coalesce(places[1], subject) = :place
                """)
                .param("until", Columns.moment(until))
                .param("givenUp", Columns.moment(givenUp))
                .param("person", batch.person().value())
                .param("place", batch.place())
                .update();
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        return new Waiting(
                Columns.person(row, "person"),
                Columns.id(row, "place"),
                Pigeonholes.notice(row, 0),
                row.getLong("edition"),
                row.getLong("written"));
    }

    private static UUID[] people(Collection<PersonId> people) {
        return people.stream().map(PersonId::value).toArray(UUID[]::new);
    }
}
