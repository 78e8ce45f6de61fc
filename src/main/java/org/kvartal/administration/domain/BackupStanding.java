package org.kvartal.administration.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.kvartal.administration.HouseFigures.Keeping;
import org.kvartal.kernel.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether the house is kept as it should be. */
@Component
class BackupStanding {

    /** A night and a half day: whoever looks in the evening has not missed one yet. */
    private static final Duration LATE = Duration.ofHours(36);

    private final JdbcClient jdbc;
    private final BackupSettings settings;

    BackupStanding(JdbcClient jdbc, BackupSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** A house that has just begun has had no night yet. */
    Keeping stand(Instant now) {
        record Ends(Optional<Instant> first, Optional<Instant> whole) {}
        Ends ends = jdbc.sql("""
                SELECT min(begun_at) AS first, max(begun_at) FILTER (WHERE file IS NOT NULL AND pruned_at IS NULL) AS whole FROM backup
                """)
                .query((row, _) -> new Ends(
                        Optional.ofNullable(Columns.momentOrNull(row, "first")),
                        Optional.ofNullable(Columns.momentOrNull(row, "whole"))))
                .single();
        Instant since = ends.whole().or(ends::first).orElse(now);
        return new Keeping(
                ends.whole().orElse(null), settings.nightly(), settings.nightly() && since.isBefore(now.minus(LATE)));
    }
}
