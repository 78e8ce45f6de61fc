package org.kvartal.seminars.domain;

import java.util.UUID;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.HouseClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Settles at the end who was there and who has completed a seminar. The caller holds it. */
@Component
class Closing {

    private final JdbcClient jdbc;
    private final HouseClock clock;

    Closing(JdbcClient jdbc, HouseClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Whoever was seen on no day did not come; whoever was not seen on a day was absent on it.
     *
     * @return whether somebody has completed it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean settle(Seminar seminar) {
        UUID id = seminar.id().value();
        jdbc.sql("""
            INSERT INTO seminar_attendance (registration, day, presence, way, marked_at)
            SELECT r.id, d.id, 'ABSENT', 'CLOSE', :now
              FROM seminar_registration r JOIN seminar_day d ON d.seminar = r.seminar
             WHERE r.seminar = :seminar AND r.state IN ('CONFIRMED', 'CHECKED_IN')
            ON CONFLICT DO NOTHING""")
                .param("now", Columns.moment(clock.now()))
                .param("seminar", id)
                .update();
        int share = seminar.rule().share();
        jdbc.sql("""
            UPDATE seminar_registration r
               SET state = CASE WHEN r.state = 'CONFIRMED' THEN 'NO_SHOW'
                                WHEN t.there > 0 AND t.there * 100 >= :share * t.days THEN 'COMPLETED'
                                ELSE 'INCOMPLETE' END,
                   changed_at = :now, version = r.version + 1
              FROM (SELECT a.registration, count(*) FILTER (WHERE a.presence IN ('PRESENT', 'LATE')) AS there, count(*) AS days
                      FROM seminar_attendance a JOIN seminar_day d ON d.id = a.day
                     WHERE d.seminar = :seminar GROUP BY a.registration) t
             WHERE t.registration = r.id AND r.state IN ('CONFIRMED', 'CHECKED_IN')""")
                .param("share", share)
                .param("now", Columns.moment(clock.now()))
                .param("seminar", id)
                .update();
        return jdbc.sql("SELECT EXISTS (SELECT FROM seminar_registration WHERE seminar = :seminar AND state ="
                        + " 'COMPLETED')")
                .param("seminar", id)
                .query(Boolean.class)
                .single();
    }

    /** On how many days somebody was there, of how many. */
    Attendance of(Registration registration) {
        return jdbc.sql("""
            SELECT count(*) FILTER (WHERE a.presence IN ('PRESENT', 'LATE')) AS there, count(*) AS days
              FROM seminar_day d LEFT JOIN seminar_attendance a ON a.day = d.id AND a.registration = :registration
             WHERE d.seminar = :seminar""")
                .param("registration", registration.id().value())
                .param("seminar", registration.seminar().value())
                .query((row, _) -> new Attendance(row.getInt("there"), row.getInt("days")))
                .single();
    }

    record Attendance(int there, int days) {}
}
