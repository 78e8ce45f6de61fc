package org.kvartal.alliance.catalogue;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.kvartal.files.FileId;
import org.kvartal.files.Files;
import org.kvartal.kernel.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Throws away editions that people had made for themselves a week ago, and those of the house that many newer ones have followed. */
@Component
class EditionSweep {

    static final Duration KEPT = Duration.ofDays(7);
    static final int KEPT_OF_HOUSE = 10;

    private final JdbcClient jdbc;
    private final Files files;
    private final Clock clock;

    EditionSweep(JdbcClient jdbc, Files files, Clock clock) {
        this.jdbc = jdbc;
        this.files = files;
        this.clock = clock;
    }

    @Transactional
    void clear() {
        List<UUID> gone = jdbc.sql("""
                DELETE FROM catalogue_edition
                 WHERE (NOT of_house AND state IN ('WHOLE', 'FAILED') AND coalesce(made_at, wanted_at) < :before)
                    OR (of_house AND state = 'FAILED' AND wanted_at < :before)
                    OR id IN (SELECT id
                                FROM (SELECT id, row_number() OVER (PARTITION BY language ORDER BY made_at DESC, id DESC) AS place
                                        FROM catalogue_edition
                                       WHERE of_house AND state = 'WHOLE') placed
                               WHERE place > :most)
                RETURNING file""")
                .param("before", Columns.moment(clock.instant().minus(KEPT)))
                .param("most", KEPT_OF_HOUSE)
                .query((row, _) -> Columns.idOrNull(row, "file"))
                .list();
        gone.stream().filter(Objects::nonNull).map(FileId::new).forEach(files::remove);
    }
}
