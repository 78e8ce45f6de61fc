package org.kvartal.advocacy.domain;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.advocacy.AdvocacyRights;
import org.kvartal.advocacy.MeasureId;
import org.kvartal.imports.ImportKind.Brought;
import org.kvartal.imports.RowProblem;
import org.kvartal.kernel.Asker;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes back measures that an import has made and nobody has touched since. */
@Component
class MeasureUndoing {

    private final MeasureRepository measures;
    private final Permissions permissions;
    private final AdvocacyTrail trail;
    private final JdbcClient jdbc;

    MeasureUndoing(MeasureRepository measures, Permissions permissions, AdvocacyTrail trail, JdbcClient jdbc) {
        this.measures = measures;
        this.permissions = permissions;
        this.trail = trail;
        this.jdbc = jdbc;
    }

    /** @return why things were left, by their ids */
    @Transactional(propagation = Propagation.MANDATORY)
    Map<UUID, RowProblem> takeBack(Asker by, List<Brought> things) {
        permissions.check(by, AdvocacyRights.KEEP_MEASURES, Scope.PLATFORM);
        Map<UUID, RowProblem> left = new HashMap<>();
        things.stream().sorted(Comparator.comparing(Brought::subject)).forEach(thing -> {
            Measure measure = measures.lock(thing.subject()).orElse(null);
            if (measure == null) {
                return;
            }
            if (!Long.toString(measure.version()).equals(thing.mark()) || used(thing.subject())) {
                left.put(thing.subject(), RowProblem.because("advocacy.import.touched"));
                return;
            }
            jdbc.sql("DELETE FROM report_day WHERE measure = :id")
                    .param("id", thing.subject())
                    .update();
            measures.delete(measure);
            trail.measure(by, "advocacy.measure-taken-back", new MeasureId(thing.subject()));
        });
        return left;
    }

    private boolean used(UUID id) {
        return jdbc.sql("""
                SELECT EXISTS (SELECT FROM measure_of WHERE measure = :id)
                    OR EXISTS (SELECT FROM progress_report WHERE measure = :id)
                    OR EXISTS (SELECT FROM measure_evidence WHERE measure = :id)""").param("id", id).query(Boolean.class).single();
    }
}
