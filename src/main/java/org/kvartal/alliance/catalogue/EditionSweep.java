package org.kvartal.alliance.catalogue;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.files.FileId;
import org.kvartal.files.Files;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Throws away editions that people had made for themselves a week ago or before their last few, and those of the house that many newer ones have followed. */
@Component
class EditionSweep {

    static final Duration KEPT = Duration.ofDays(7);
    static final int KEPT_OF_HOUSE = 10;
    static final int KEPT_OF_PERSON = 5;

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
        List<@Nullable UUID> gone = jdbc.sql("""
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
                .<@Nullable UUID>query((row, _) -> Columns.idOrNull(row, "file"))
                .list();
        remove(gone);
    }

    /** Leaves of what somebody had made for themselves the last few. */
    @Transactional
    void trim(PersonId person) {
        List<@Nullable UUID> gone = jdbc.sql("""
                DELETE FROM catalogue_edition
                 WHERE id IN (SELECT id FROM catalogue_edition
                               WHERE wanted_by = :person AND NOT of_house AND state = 'WHOLE'
                               ORDER BY made_at DESC, id DESC
                              OFFSET :most)
                RETURNING file""")
                .param("person", person.value())
                .param("most", KEPT_OF_PERSON)
                .<@Nullable UUID>query((row, _) -> Columns.idOrNull(row, "file"))
                .list();
        remove(gone);
    }

    private void remove(List<@Nullable UUID> gone) {
        for (UUID file : gone) {
            if (file != null) {
                files.remove(new FileId(file));
            }
        }
    }
}
