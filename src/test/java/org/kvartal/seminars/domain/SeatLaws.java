package org.kvartal.seminars.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.kvartal.seminars.SeminarId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What holds of the seats of a seminar at every moment, whoever has done what; asked from the rows alone, each law in one statement, so that it sees one moment. */
final class SeatLaws {

    private final JdbcClient jdbc;

    SeatLaws(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Seats that are taken, held or reserved and unused are never more than there are, and no association has more than it may. */
    boolean isWithin(SeminarId id) {
        return jdbc.sql("""
            WITH s AS (SELECT * FROM seminar WHERE id = :seminar),
                 seated AS (SELECT * FROM seminar_registration
                             WHERE seminar = :seminar AND state IN ('CONFIRMED', 'OFFERED', 'CHECKED_IN'))
            SELECT (SELECT count(*) FROM seated)
                     + (SELECT coalesce(sum(greatest(0, g.seats - (SELECT count(*) FROM seated r WHERE r.grp = g.id))), 0)
                          FROM seminar_group g WHERE g.seminar = :seminar AND NOT g.released) <= (SELECT capacity FROM s)
               AND NOT EXISTS (SELECT FROM seated WHERE on_behalf_of IS NOT NULL
                                GROUP BY on_behalf_of HAVING count(*) > (SELECT per_association FROM s))""").param("seminar", id.value()).query(Boolean.class).single();
    }

    void nobodyHasTwo(SeminarId id) {
        assertThat(jdbc.sql("""
            SELECT count(*) FROM (
              SELECT coalesce(person::text, email_key) FROM seminar_registration
               WHERE seminar = :seminar AND state NOT IN ('EXPIRED', 'WITHDRAWN', 'DECLINED')
               GROUP BY 1 HAVING count(*) > 1) two""")
                        .param("seminar", id.value())
                        .query(Integer.class)
                        .single())
                .as("people with two registrations that count")
                .isZero();
    }

    /** Of two who are alike whoever came first was offered first, at every offer that the trail knows: nobody who came before was waiting still. */
    void theOrderWasKept(SeminarId id) {
        assertThat(jdbc.sql("""
            WITH left_queue AS (
              SELECT r.id, r.queued_at, r.state,
                     (SELECT min(a.at) FROM audit_entry a
                       WHERE a.subject_kind = 'seminars.registration' AND a.subject_id = r.id
                         AND a.act IN ('seminars.place-offered', 'seminars.registration-withdrawn')) AS left_at,
                     (SELECT min(a.at) FROM audit_entry a
                       WHERE a.subject_kind = 'seminars.registration' AND a.subject_id = r.id
                         AND a.act = 'seminars.place-offered') AS offered_at
                FROM seminar_registration r
               WHERE r.seminar = :seminar AND r.queued_at IS NOT NULL AND r.on_behalf_of IS NULL AND r.grp IS NULL)
            SELECT count(*) FROM left_queue later JOIN left_queue earlier ON earlier.queued_at < later.queued_at
             WHERE later.offered_at IS NOT NULL AND (earlier.left_at IS NULL OR earlier.left_at > later.offered_at)""")
                        .param("seminar", id.value())
                        .query(Integer.class)
                        .single())
                .as("offers to later comers while earlier ones waited")
                .isZero();
    }

    int count(SeminarId id, String which) {
        return jdbc.sql("SELECT count(*) FROM seminar_registration WHERE seminar = :seminar AND " + which)
                .param("seminar", id.value())
                .query(Integer.class)
                .single();
    }
}
