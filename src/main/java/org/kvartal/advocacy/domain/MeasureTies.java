package org.kvartal.advocacy.domain;

import java.util.Comparator;
import java.util.Set;
import java.util.UUID;
import org.kvartal.advocacy.RecommendationId;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Refused;
import org.kvartal.trace.Relation;
import org.kvartal.trace.Strand;
import org.kvartal.trace.Trace;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which recommendations a measure carries out: many to many. */
@Component
class MeasureTies {

    private final RecommendationRepository recommendations;
    private final Trace trace;
    private final AdvocacyTrail trail;
    private final Telling telling;
    private final JdbcClient jdbc;

    MeasureTies(
            RecommendationRepository recommendations,
            Trace trace,
            AdvocacyTrail trail,
            Telling telling,
            JdbcClient jdbc) {
        this.recommendations = recommendations;
        this.trace = trace;
        this.trail = trail;
        this.telling = telling;
        this.jdbc = jdbc;
    }

    /** @throws Refused at {@code recommendations} if one of them was not adopted */
    @Transactional(propagation = Propagation.MANDATORY)
    void tie(Asker by, Measure measure, Set<RecommendationId> to) {
        for (RecommendationId id : to.stream()
                .sorted(Comparator.comparing(RecommendationId::value))
                .toList()) {
            boolean adopted = recommendations
                    .findById(id.value())
                    .filter(one -> one.state().sendable())
                    .isPresent();
            if (!adopted) {
                throw Refused.at("recommendations", "advocacy.refused.not-adopted");
            }
            int tied = jdbc.sql(
                            "INSERT INTO measure_of (measure, recommendation) VALUES (:measure, :id) ON CONFLICT DO NOTHING")
                    .param("measure", measure.id().value())
                    .param("id", id.value())
                    .update();
            if (tied > 0) {
                trace.link(
                        by,
                        new Strand(
                                id.traced(),
                                Relation.CARRIED_OUT_BY,
                                measure.id().traced()));
                trail.measure(
                        by, "advocacy.measure-tied", measure.id(), entry -> entry.with("recommendation", id.value()));
                telling.changed(id);
            }
        }
    }

    /** The trail ends in what was verified, and pages of its recommendations read again. */
    void verified(Asker by, Measure measure) {
        trace.link(
                by,
                new Strand(
                        measure.id().traced(),
                        Relation.VERIFIED_BY,
                        measure.id().tracedVerification()));
        jdbc.sql("SELECT recommendation FROM measure_of WHERE measure = :measure")
                .param("measure", measure.id().value())
                .query(UUID.class)
                .list()
                .forEach(id -> telling.changed(new RecommendationId(id)));
    }
}
