package org.kvartal.missions.domain;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.files.FileId;
import org.kvartal.files.Files;
import org.kvartal.files.StoredFile;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.missions.AgreementId;
import org.kvartal.missions.AgreementState;
import org.kvartal.missions.Results.Evidence;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What agreements show that stand in the ledger, in a constant number of queries. */
@Component
class AgreementEvidence {

    private final AgreementSight sight;
    private final Files files;
    private final JdbcClient jdbc;
    private final MissionClock clock;

    AgreementEvidence(AgreementSight sight, Files files, JdbcClient jdbc, MissionClock clock) {
        this.sight = sight;
        this.files = files;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param handled whether the asker has entered it or recorded who signed it */
    record Shown(Evidence evidence, boolean handled) {}

    Map<AgreementId, Shown> of(Asker asker, Collection<AgreementId> agreements) {
        if (agreements.isEmpty()) {
            return Map.of();
        }
        record Row(
                AgreementId id,
                String code,
                AgreementState state,
                boolean readable,
                @Nullable FileId file,
                boolean handled) {}
        List<Row> rows = jdbc.sql("SELECT a.*," + AgreementSight.WHOLE + """
                 AS readable, a.entered_by = :asker::uuid OR EXISTS (
                   SELECT FROM agreement_party h WHERE h.agreement = a.id AND h.recorded_by = :asker::uuid) AS handled
                  FROM agreement a WHERE a.id = ANY (:ids)""")
                .params(sight.values(asker))
                .param("ids", agreements.stream().map(AgreementId::value).toArray(UUID[]::new))
                .query((row, _) -> new Row(
                        new AgreementId(Columns.id(row, "id")),
                        MissionCode.of(MissionCode.AGREEMENT, row),
                        Agreement.stateOn(
                                Stored.code(row, "state", AgreementState.class),
                                Stored.dayOrNull(row, "ends"),
                                clock.today()),
                        row.getBoolean("readable"),
                        row.getBoolean("readable") ? Stored.file(row, "file") : null,
                        row.getBoolean("handled")))
                .list();
        Map<FileId, StoredFile> stored = files.cards(
                rows.stream().map(Row::file).filter(Objects::nonNull).toList());
        Map<AgreementId, Shown> shown = new HashMap<>();
        for (Row row : rows) {
            FileId file = row.file();
            shown.put(
                    row.id(),
                    new Shown(
                            new Evidence(
                                    row.code(), row.state(), row.readable(), file == null ? null : stored.get(file)),
                            row.handled()));
        }
        return shown;
    }
}
