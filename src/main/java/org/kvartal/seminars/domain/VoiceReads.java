package org.kvartal.seminars.domain;

import java.util.List;
import java.util.UUID;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.HouseClock;
import org.kvartal.seminars.DayId;
import org.kvartal.seminars.Registrations.Place;
import org.kvartal.seminars.SeminarId;
import org.kvartal.seminars.Seminars.FeedbackWish;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What somebody who was there may still say something about. */
@Component
class VoiceReads {

    private final JdbcClient jdbc;
    private final HouseClock clock;

    VoiceReads(JdbcClient jdbc, HouseClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The days on which they were, once each is over, and at the end the whole; nothing twice, and of a single day the whole alone. */
    List<FeedbackWish> wished(SeminarId seminar, Place place) {
        if (!place.state().attended()) {
            return List.of();
        }
        return jdbc.sql("""
            SELECT d.id AS day, d.number FROM seminar_day d
              JOIN seminar_attendance a ON a.day = d.id AND a.registration = :registration
             WHERE d.seminar = :seminar AND d.ends_at <= :now AND a.presence IN ('PRESENT', 'LATE')
               AND (SELECT count(*) FROM seminar_day o WHERE o.seminar = :seminar) > 1
               AND NOT EXISTS (SELECT FROM seminar_voiced v WHERE v.registration = :registration AND v.day = d.id)
            UNION ALL
            SELECT NULL, 0 FROM seminar s
             WHERE s.id = :seminar AND s.ends_at <= :now
               AND NOT EXISTS (SELECT FROM seminar_voiced v WHERE v.registration = :registration AND v.day IS NULL)
             ORDER BY number""")
                .param("registration", place.id().value())
                .param("seminar", seminar.value())
                .param("now", Columns.moment(clock.now()))
                .query((row, _) -> {
                    UUID day = Columns.idOrNull(row, "day");
                    return new FeedbackWish(day == null ? null : new DayId(day));
                })
                .list();
    }
}
