package org.kvartal.missions.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.missions.AgreementId;
import org.kvartal.missions.MissionId;
import org.kvartal.missions.MissionRights;
import org.kvartal.missions.ProjectId;
import org.kvartal.missions.ResultId;
import org.kvartal.missions.ResultKind;
import org.kvartal.missions.ResultVerified;
import org.kvartal.missions.Results;
import org.kvartal.trace.Relation;
import org.kvartal.trace.Strand;
import org.kvartal.trace.Trace;
import org.kvartal.trace.TraceNode;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The ledger of what came of projects and missions. */
@Component
@Transactional
class KeptResults implements Results {

    private static final BigDecimal MOST = new BigDecimal("9999999999999");

    private final ProjectBook projects;
    private final MissionBook missions;
    private final ProjectSight sight;
    private final ResultReads reads;
    private final Permissions permissions;
    private final Trace trace;
    private final MissionTrail trail;
    private final MissionTelling telling;
    private final ApplicationEventPublisher facts;
    private final JdbcClient jdbc;
    private final MissionClock clock;

    KeptResults(
            ProjectBook projects,
            MissionBook missions,
            ProjectSight sight,
            ResultReads reads,
            Permissions permissions,
            Trace trace,
            MissionTrail trail,
            MissionTelling telling,
            ApplicationEventPublisher facts,
            JdbcClient jdbc,
            MissionClock clock) {
        this.projects = projects;
        this.missions = missions;
        this.sight = sight;
        this.reads = reads;
        this.permissions = permissions;
        this.trace = trace;
        this.trail = trail;
        this.telling = telling;
        this.facts = facts;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public ResultId report(Asker by, Claim claim, ResultContent content, ResultId id) {
        PersonId person = by.requirePerson();
        requireKeeper(by, claim);
        ResultContent kept = checked(content);
        AgreementId agreement = kept.agreement();
        if (agreement != null) {
            requireInForce(agreement, claim);
        }
        jdbc.sql("""
                INSERT INTO mission_result (id, kind, state, value, text, language, happened_on, link, agreement, verdict, made_at, version)
                VALUES (:id, :kind, 'REPORTED', :value, :text, :language, :on, :link, :agreement::uuid, '', :now, 0)
                ON CONFLICT DO NOTHING""")
                .param("id", id.value())
                .param("kind", kept.kind().name())
                .param("value", kept.value())
                .param("text", kept.text())
                .param("language", kept.language().code())
                .param("on", kept.on())
                .param("link", kept.link())
                .param("agreement", agreement == null ? null : agreement.value())
                .param("now", Columns.moment(clock.now()))
                .update();
        ResultId standing = agreement == null ? id : ofAgreement(agreement);
        claim(by, person, standing, claim, agreement != null);
        return standing;
    }

    private ResultContent checked(ResultContent content) {
        LocalDate on = Typed.day("on", content.on(), clock.today());
        if (on.isAfter(clock.today())) {
            throw Refused.at("on", "missions.refused.future");
        }
        boolean agreement = content.kind() == ResultKind.AGREEMENT;
        if (agreement != (content.agreement() != null)) {
            throw Refused.at("agreement", "missions.refused.agreement");
        }
        BigDecimal value = agreement ? BigDecimal.ONE : content.value().setScale(2, RoundingMode.HALF_UP);
        if (value.signum() <= 0 || value.compareTo(MOST) > 0) {
            throw Refused.at("value", "missions.refused.value");
        }
        return new ResultContent(
                content.kind(),
                value,
                Typed.requiredBlock("text", content.text(), TEXT_LENGTH),
                content.language(),
                on,
                content.link().isBlank() && agreement ? "" : Typed.link("link", content.link()),
                content.agreement());
    }

    /** An agreement is a result of the project or mission that it comes of, once it is in force. */
    private void requireInForce(AgreementId agreement, Claim claim) {
        boolean there = jdbc.sql("""
                SELECT EXISTS (SELECT FROM agreement
                                WHERE id = :id AND in_force_at IS NOT NULL AND :subject IN (project, mission))""")
                .param("id", agreement.value())
                .param("subject", subject(claim))
                .query(Boolean.class)
                .single();
        if (!there) {
            throw Refused.at("agreement", "missions.refused.agreement");
        }
    }

    private ResultId ofAgreement(AgreementId agreement) {
        return jdbc.sql("SELECT id FROM mission_result WHERE agreement = :id")
                .param("id", agreement.value())
                .query((row, _) -> new ResultId(Columns.id(row, "id")))
                .optional()
                .orElseThrow(NotFound::new);
    }

    @Override
    public void join(Asker by, ResultId result, Claim claim) {
        PersonId person = by.requirePerson();
        requireKeeper(by, claim);
        if (!reads.knows(by, result)) {
            throw new NotFound();
        }
        claim(by, person, result, claim, true);
    }

    private void claim(Asker by, PersonId person, ResultId result, Claim claim, boolean joins) {
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
        if (claims.size() >= MOST_CLAIMS) {
            throw Refused.because("missions.refused.too-many", MOST_CLAIMS);
        }
        jdbc.sql("""
                INSERT INTO result_claim (result, subject, reported_by, reported_at)
                VALUES (:result, :subject, :by, :now)""")
                .param("result", result.value())
                .param("subject", subject(claim))
                .param("by", person.value())
                .param("now", Columns.moment(clock.now()))
                .update();
        trace.link(by, new Strand(node(claim), Relation.BECAME, result.traced()));
        trail.result(by, joins ? "missions.result-joined" : "missions.result-reported", result);
        telling.changed(claims(result));
    }

    private List<UUID> claims(ResultId result) {
        return jdbc.sql("SELECT subject FROM result_claim WHERE result = :id ORDER BY subject")
                .param("id", result.value())
                .query((row, _) -> Columns.id(row, "subject"))
                .list();
    }

    private void requireKeeper(Asker by, Claim claim) {
        switch (claim) {
            case Claim.OfProject(ProjectId project) -> sight.requireKeeper(by, projects.find(project.value()));
            case Claim.OfMission(MissionId mission) -> {
                var _ = missions.hold(by, mission);
            }
        }
    }

    private static UUID subject(Claim claim) {
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

    @Override
    public void verify(Asker by, ResultId result, long version, String words) {
        decide(by, result, version, words, ResultState.VERIFIED);
        trail.result(by, "missions.result-verified", result);
        facts.publishEvent(new ResultVerified(result));
        telling.verified(by, result, reporters(result));
    }

    @Override
    public void reject(Asker by, ResultId result, long version, String words) {
        decide(by, result, version, words, ResultState.REJECTED);
        trail.result(by, "missions.result-rejected", result);
        telling.verified(by, result, reporters(result));
    }

    private void decide(Asker by, ResultId result, long version, String words, ResultState verdict) {
        PersonId person = by.requirePerson();
        permissions.check(by, MissionRights.VERIFY, Scope.PLATFORM);
        String why = Typed.requiredBlock("words", words, Typed.REASON_LENGTH);
        if (reads.isConcerned(result, person)) {
            throw Refused.because("missions.refused.own-result");
        }
        int decided = jdbc.sql("""
                UPDATE mission_result
                   SET state = :state, verified_by = :by, verified_at = :now, verdict = :why, version = version + 1
                 WHERE id = :id AND state = 'REPORTED' AND version = :version""")
                .param("state", verdict.name())
                .param("by", person.value())
                .param("now", Columns.moment(clock.now()))
                .param("why", why)
                .param("id", result.value())
                .param("version", version)
                .update();
        if (decided == 0) {
            throw exists(result) ? Refused.because("missions.refused.changed") : new NotFound();
        }
        telling.changed(claims(result));
    }

    private boolean exists(ResultId result) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM mission_result WHERE id = :id)")
                .param("id", result.value())
                .query(Boolean.class)
                .single();
    }

    private Set<PersonId> reporters(ResultId result) {
        return new HashSet<>(jdbc.sql("SELECT reported_by FROM result_claim WHERE result = :id")
                .param("id", result.value())
                .query((row, _) -> Columns.person(row, "reported_by"))
                .list());
    }

    @Override
    @Transactional(readOnly = true)
    public List<ResultLine> of(Asker asker, Claim claim) {
        boolean knows = switch (claim) {
            case Claim.OfProject(ProjectId project) -> sight.knows(asker, projects.find(project.value()));
            case Claim.OfMission(MissionId mission) -> missions.knows(asker, mission);
        };
        if (!knows) {
            throw new NotFound();
        }
        return reads.of(asker, subject(claim));
    }

    @Override
    @Transactional(readOnly = true)
    public ResultList list(Asker asker, @Nullable ResultKey before, int limit) {
        if (!sight.oversees(asker)) {
            throw new Forbidden();
        }
        return reads.list(asker, before, limit);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<ResultKind, BigDecimal> totals(LocalDate first, LocalDate last) {
        return reads.totals(first, last);
    }
}
