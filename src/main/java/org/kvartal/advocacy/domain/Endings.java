package org.kvartal.advocacy.domain;

import java.util.Arrays;
import org.kvartal.advocacy.MeasureState;
import org.kvartal.advocacy.RecommendationId;
import org.kvartal.kernel.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether everything about a recommendation is over. */
@Component
class Endings {

    private final JdbcClient jdbc;

    Endings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws Refused if a letter that was begun, or a measure, is not over */
    void requireNothingUnderWay(RecommendationId id) {
        boolean underWay = jdbc.sql("""
                SELECT EXISTS (SELECT FROM dispatch WHERE recommendation = :id AND state NOT IN ('CLOSED', 'DISCARDED'))
                    OR EXISTS (SELECT FROM measure_of o JOIN measure m ON m.id = o.measure
                                WHERE o.recommendation = :id AND m.state <> ALL (:over))""")
                .param("id", id.value())
                .param(
                        "over",
                        Stored.names(Arrays.stream(MeasureState.values())
                                .filter(MeasureState::over)
                                .toList()))
                .query(Boolean.class)
                .single();
        if (underWay) {
            throw Refused.because("advocacy.refused.under-way");
        }
    }
}
