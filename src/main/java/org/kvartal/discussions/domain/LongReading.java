package org.kvartal.discussions.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.kvartal.discussions.ThreadId;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.PersonId;
import org.kvartal.notifications.Following;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts for how long people read a thread. Whoever has read long enough follows it, as whoever writes there does.
 *
 * @see "Decision record 0169, whoever reads for long follows"
 */
@Component
class LongReading {

    static final Duration ENOUGH = Duration.ofMinutes(4);

    /** A page that tells more at once has not asked whether anybody is there. */
    static final Duration STEP = Duration.ofMinutes(1);

    private final Following following;
    private final JdbcClient jdbc;

    LongReading(Following following, JdbcClient jdbc) {
        this.following = following;
        this.jdbc = jdbc;
    }

    /** @return whether the person follows the thread from now on */
    boolean count(PersonId person, ThreadId thread, Duration spent, Instant now) {
        // Two pages of one person do not read twice as fast: no more counts than has passed.
        return jdbc.sql("""
                UPDATE reading r
                   SET seconds = least(:enough, r.seconds + greatest(0, least(:spent, floor(extract(epoch FROM :now::timestamptz - r.counted_at)))::int)),
                       counted_at = :now
                  FROM thread t
                 WHERE r.person = :person AND r.thread = :thread AND t.id = r.thread AND r.seconds < :enough
                RETURNING r.seconds, t.space
                """)
                .param("person", person.value())
                .param("thread", thread.value())
                .param("enough", ENOUGH.toSeconds())
                .param("spent", Math.min(spent.toSeconds(), STEP.toSeconds()))
                .param("now", Columns.moment(now))
                .query((row, _) -> new Counted(row.getLong("seconds"), Columns.id(row, "space")))
                .optional()
                .filter(counted -> counted.seconds() >= ENOUGH.toSeconds())
                .map(counted -> following.takeInterest(person, List.of(thread.value(), counted.space())))
                .orElse(false);
    }

    private record Counted(long seconds, UUID space) {}
}
