package org.kvartal.missions.domain;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.missions.AgreementId;
import org.kvartal.missions.MissionId;
import org.kvartal.missions.ProjectId;
import org.kvartal.missions.ResultId;
import org.kvartal.missions.Results;
import org.kvartal.missions.Results.Claim;
import org.kvartal.missions.Results.ResultContent;
import org.kvartal.trace.Relation;
import org.kvartal.trace.Strand;
import org.kvartal.trace.Trace;
import org.kvartal.trace.TraceNode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Enters results into the ledger, each once, and who has a part in them. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ResultBook {

    private final Trace trace;
    private final MissionTrail trail;
    private final MissionTelling telling;
    private final JdbcClient jdbc;
    private final MissionClock clock;

    ResultBook(Trace trace, MissionTrail trail, MissionTelling telling, JdbcClient jdbc, MissionClock clock) {
        this.trace = trace;
        this.trail = trail;
        this.telling = telling;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Nothing happens where that id, or that agreement, is there already. */
    void enter(ResultId id, ResultContent content) {
        AgreementId agreement = content.agreement();
        jdbc.sql("""
                INSERT INTO mission_result (id, kind, state, value, text, language, happened_on, link, agreement, verdict, made_at, version)
                VALUES (:id, :kind, 'REPORTED', :value, :text, :language, :on, :link, :agreement::uuid, '', :now, 0)
                ON CONFLICT DO NOTHING""")
                .param("id", id.value())
                .param("kind", content.kind().name())
                .param("value", content.value())
                .param("text", content.text())
                .param("language", content.language().code())
                .param("on", content.on())
                .param("link", content.link())
                .param("agreement", agreement == null ? null : agreement.value())
                .param("now", Columns.moment(clock.now()))
                .update();
    }

    ResultId ofAgreement(AgreementId agreement) {
        return jdbc.sql("SELECT id FROM mission_result WHERE agreement = :id")
                .param("id", agreement.value())
                .query((row, _) -> new ResultId(Columns.id(row, "id")))
                .optional()
                .orElseThrow(NotFound::new);
    }

    /**
     * @param person who says so; null for the house
     * @param joins whether a result that others have a part in may be joined
     */
    void claim(Asker by, @Nullable PersonId person, ResultId result, Claim claim, boolean joins) {
        boolean there = !jdbc.sql("SELECT id FROM mission_result WHERE id = :id FOR UPDATE")
                .param("id", result.value())
                .query((row, _) -> Columns.id(row, "id"))
                .list()
                .isEmpty();
        List<UUID> claims = claims(result);
        if (!there || (!joins && !claims.isEmpty() && !claims.contains(subject(claim)))) {
            // The id of a result of somebody else.
            throw new NotFound();
        }
        if (claims.contains(subject(claim))) {
            return;
        }
        if (claims.size() >= Results.MOST_CLAIMS) {
            throw Refused.because("missions.refused.too-many", Results.MOST_CLAIMS);
        }
        jdbc.sql("""
                INSERT INTO result_claim (result, subject, reported_by, reported_at)
                VALUES (:result, :subject, :by::uuid, :now)""")
                .param("result", result.value())
                .param("subject", subject(claim))
                .param("by", person == null ? null : person.value())
                .param("now", Columns.moment(clock.now()))
                .update();
        trace.link(by, new Strand(node(claim), Relation.BECAME, result.traced()));
        trail.result(by, claims.isEmpty() ? "missions.result-reported" : "missions.result-joined", result);
        telling.changed(claims(result));
    }

    List<UUID> claims(ResultId result) {
        return jdbc.sql("SELECT subject FROM result_claim WHERE result = :id ORDER BY subject")
                .param("id", result.value())
                .query((row, _) -> Columns.id(row, "subject"))
                .list();
    }

    static UUID subject(Claim claim) {
        return switch (claim) {
            case Claim.OfProject(ProjectId project) -> project.value();
            case Claim.OfMission(MissionId mission) -> mission.value();
        };
    }

    private static TraceNode node(Claim claim) {
        return switch (claim) {
            case Claim.OfProject(ProjectId project) -> project.traced();
            case Claim.OfMission(MissionId mission) -> mission.traced();
        };
    }
}
