package org.kvartal.imports.domain;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.kvartal.kernel.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks after imports that somebody or something left: a killed program, or people who went away. */
@Component
class LeftImports {

    /** Longer than any stretch takes; two that work on one import at once do no harm. */
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private static final Duration UNDECIDED = Duration.ofDays(30);
    private static final Duration KEPT = Duration.ofDays(90);

    private final JdbcClient jdbc;
    private final Jobs jobs;
    private final Clock clock;

    LeftImports(JdbcClient jdbc, Jobs jobs, Clock clock) {
        this.jdbc = jdbc;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Goes on with those that are at work and have not moved for a while. */
    @Transactional
    int goOn() {
        List<UUID> left = jdbc.sql("""
                UPDATE import_batch SET touched_at = :now
                 WHERE id IN (SELECT id FROM import_batch
                               WHERE state IN ('CHECKING', 'BRINGING_IN', 'TAKING_BACK') AND touched_at < :silent
                                 FOR UPDATE SKIP LOCKED)
                RETURNING id
                """)
                .param("now", Columns.moment(clock.instant()))
                .param("silent", Columns.moment(clock.instant().minus(SILENCE)))
                .query((row, _) -> Columns.id(row, "id"))
                .list();
        left.forEach(jobs::goOn);
        return left.size();
    }

    /** Throws away what nobody brought in for a month, and forgets after a quarter what stood in files: it is about people. */
    @Transactional
    void forget() {
        jdbc.sql("""
                DELETE FROM import_batch
                 WHERE state = 'CHECKED' AND settled_at < :before AND counts -> 'MADE' IS NULL
                """)
                .param("before", Columns.moment(clock.instant().minus(UNDECIDED)))
                .update();
        jdbc.sql("""
                WITH old AS (
                    UPDATE import_batch SET forgotten_at = :now
                     WHERE forgotten_at IS NULL AND settled_at < :before
                       AND state IN ('CHECKED', 'DONE', 'TAKEN_BACK')
                    RETURNING id)
                UPDATE import_row r SET cells = '{}', said = NULL FROM old WHERE r.batch = old.id
                """)
                .param("now", Columns.moment(clock.instant()))
                .param("before", Columns.moment(clock.instant().minus(KEPT)))
                .update();
    }
}
