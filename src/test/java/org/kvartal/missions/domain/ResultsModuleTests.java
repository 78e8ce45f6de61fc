package org.kvartal.missions.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kvartal.accounts.Role;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Refused;
import org.kvartal.missions.AgreementId;
import org.kvartal.missions.AgreementKind;
import org.kvartal.missions.AgreementState;
import org.kvartal.missions.Agreements.AgreementContent;
import org.kvartal.missions.Agreements.NewAgreement;
import org.kvartal.missions.MissionId;
import org.kvartal.missions.Party;
import org.kvartal.missions.ProjectId;
import org.kvartal.missions.Projects.HoursLine;
import org.kvartal.missions.ResultId;
import org.kvartal.missions.ResultKind;
import org.kvartal.missions.Results.Claim;
import org.kvartal.missions.Results.Evidence;
import org.kvartal.missions.Results.ResultContent;
import org.kvartal.missions.Results.ResultKey;
import org.kvartal.missions.Results.ResultLine;
import org.kvartal.missions.Results.ResultState;
import org.kvartal.testing.SqlCounter;
import org.springframework.beans.factory.annotation.Autowired;

/** A result counts once, whoever claims it, and only when somebody else has looked. */
class ResultsModuleTests extends MissionHouse {

    @Autowired
    AgreementLedger ledger;

    private ResultContent jobs(String value) {
        return new ResultContent(
                ResultKind.JOBS,
                new BigDecimal(value),
                "Weavers were taken on.",
                Language.EN,
                today(),
                "example.org/weavers",
                null);
    }

    private BigDecimal total(ResultKind kind) {
        return results.totals(LocalDate.of(2000, 1, 1), today()).getOrDefault(kind, BigDecimal.ZERO);
    }

    private ResultId reported(ProjectId project, String value) {
        return results.report(consultant, new Claim.OfProject(project), jobs(value), ResultId.next());
    }

    private ResultLine line(ProjectId project, ResultId id) {
        return results.of(officer, new Claim.OfProject(project)).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatTwoClaimCountsOnce() {
        BigDecimal before = total(ResultKind.JOBS);
        ProjectId one = begun();
        ProjectId other = begun();
        MissionId mission = planned();
        ResultId id = reported(one, "7");
        results.join(consultant, id, new Claim.OfProject(other));
        results.join(consultant, id, new Claim.OfProject(other));
        results.join(officer, id, new Claim.OfMission(mission));
        assertThat(total(ResultKind.JOBS)).as("nobody has looked").isEqualByComparingTo(before);
        results.verify(second, id, line(one, id).version(), "I met all seven.");

        assertThat(total(ResultKind.JOBS)).isEqualByComparingTo(before.add(new BigDecimal("7")));
        assertThat(line(other, id).claims()).containsExactly(code(one), code(other), code(mission));
        isTold(consultant, "Weavers were taken on.");
        assertThat(trace.walk(officer, id.traced(), Language.EN))
                .extracting(step -> step.node().kind())
                .contains("project", "result");
    }

    @Test
    void whoReportedItOrDoesTheProjectDoesNotVerifyIt() {
        ProjectId project = begun();
        ResultId mine = results.report(officer, new Claim.OfProject(project), jobs("1"), ResultId.next());
        assertThat(line(project, mine).mayVerify()).isFalse();
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> results.verify(officer, mine, 0, "Seen."));
        desk.staff(officer, project, version(project), second.requirePerson(), officer.requirePerson());
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> results.verify(second, mine, 0, "Seen."));
        assertThatThrownBy(() -> results.verify(consultant, mine, 0, "Seen.")).isInstanceOf(Forbidden.class);
        Asker third = person("Third Officer", Role.OFFICER);
        results.reject(third, mine, 0, "Nobody works there.");

        assertThat(line(project, mine).state()).isEqualTo(ResultState.REJECTED);
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> results.verify(third, mine, 1, "Yes."));
    }

    @Test
    void anAgreementIsOneResultHoweverOftenItIsReported() {
        ProjectId project = begun();
        MissionId mission = planned();
        AgreementId agreement = AgreementId.next();
        agreements.enter(
                officer,
                new NewAgreement(
                        agreement,
                        new AgreementContent(
                                AgreementKind.GRANT,
                                en("Grant of looms"),
                                null,
                                List.of(client(), new Party.Named("Fund of Looms")),
                                null,
                                null),
                        project,
                        mission,
                        null));
        ResultContent content = new ResultContent(
                ResultKind.AGREEMENT, BigDecimal.TEN, "A grant.", Language.EN, today(), "", agreement);
        assertThatExceptionOfType(Refused.class)
                .as("it is not in force")
                .isThrownBy(() -> results.report(consultant, new Claim.OfProject(project), content, ResultId.next()));
        agreements.file(
                officer, agreement, "grant.txt", new ByteArrayInputStream("Grant".getBytes(StandardCharsets.UTF_8)));
        String code = code("A", "agreement", agreement.value());
        for (int party = 1; party <= 2; party++) {
            agreements.sign(
                    officer,
                    agreement,
                    agreements.find(officer, code).orElseThrow().line().version(),
                    party,
                    "Signer",
                    today());
        }
        ResultId first = results.report(consultant, new Claim.OfProject(project), content, ResultId.next());
        ResultId again = results.report(officer, new Claim.OfMission(mission), content, ResultId.next());

        assertThat(again).isEqualTo(first);
        assertThat(line(project, first).content().value()).isEqualByComparingTo("1");
        assertThat(line(project, first).claims()).hasSize(2);
    }

    private AgreementId entered(@Nullable ProjectId project, @Nullable MissionId mission) {
        AgreementId agreement = AgreementId.next();
        agreements.enter(
                officer,
                new NewAgreement(
                        agreement,
                        new AgreementContent(
                                AgreementKind.GRANT,
                                en("Grant of looms"),
                                null,
                                List.of(client(), new Party.Named("Fund of Looms")),
                                null,
                                null),
                        project,
                        mission,
                        null));
        agreements.file(
                officer, agreement, "grant.txt", new ByteArrayInputStream("Grant".getBytes(StandardCharsets.UTF_8)));
        return agreement;
    }

    private long version(AgreementId agreement) {
        return agreements
                .find(officer, code("A", "agreement", agreement.value()))
                .orElseThrow()
                .line()
                .version();
    }

    /** The first party signs on its own, the office records the other. */
    private void signed(AgreementId agreement) {
        agreements.sign(chair, agreement, version(agreement), 1, "Chavdar Chair", today());
        agreements.sign(officer, agreement, version(agreement), 2, "Fund", today());
    }

    private ResultLine ofAgreement(ProjectId project, AgreementId agreement) {
        return results.of(officer, new Claim.OfProject(project)).stream()
                .filter(line -> agreement.equals(line.content().agreement()))
                .findFirst()
                .orElseThrow();
    }

    private Evidence evidence(ProjectId project, AgreementId agreement) {
        return Objects.requireNonNull(ofAgreement(project, agreement).evidence());
    }

    /** What comes into force is told in its own time. */
    private void awaitEntered(ProjectId project) {
        await().atMost(PATIENCE)
                .until(() -> !results.of(officer, new Claim.OfProject(project)).isEmpty());
    }

    @Test
    void anAgreementThatComesIntoForceEntersTheLedgerByItselfOnce() {
        BigDecimal before = total(ResultKind.AGREEMENT);
        ProjectId project = begun();
        MissionId mission = planned();
        AgreementId agreement = entered(project, mission);
        assertThat(results.of(officer, new Claim.OfProject(project))).isEmpty();
        signed(agreement);
        awaitEntered(project);
        assertThat(ofAgreement(project, agreement).claims()).containsExactlyInAnyOrder(code(project), code(mission));

        for (int again = 0; again < 2; again++) {
            transaction.executeWithoutResult(_ -> ledger.enter(agreement));
        }
        assertThat(results.of(officer, new Claim.OfProject(project))).hasSize(1);
        assertThat(results.of(officer, new Claim.OfMission(mission))).hasSize(1);
        ResultLine line = ofAgreement(project, agreement);
        assertThat(line.state()).as("nobody has looked").isEqualTo(ResultState.REPORTED);
        assertThat(line.reportedBy()).isNull();
        assertThat(line.content().text()).isEqualTo("Grant of looms");
        assertThat(Objects.requireNonNull(evidence(project, agreement).file()).name())
                .isEqualTo("grant.txt");
        assertThat(total(ResultKind.AGREEMENT)).isEqualByComparingTo(before);
        assertThat(trace.walk(officer, agreement.traced(), Language.EN))
                .extracting(step -> step.node().kind())
                .contains("project");

        assertThat(line.mayVerify()).as("they have recorded a signature").isFalse();
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> results.verify(officer, line.id(), line.version(), "Seen."));
        results.verify(second, line.id(), line.version(), "Both signatures are there.");
        assertThat(total(ResultKind.AGREEMENT)).isEqualByComparingTo(before.add(BigDecimal.ONE));
        isTold(consultant, "Grant of looms");
    }

    @Test
    void anAgreementThatIsOverStaysAResultAndSaysSo() {
        ProjectId project = begun();
        AgreementId agreement = entered(project, null);
        signed(agreement);
        awaitEntered(project);
        assertThat(evidence(project, agreement).state()).isEqualTo(AgreementState.IN_FORCE);
        agreements.end(officer, agreement, version(agreement), "The fund was closed.");

        assertThat(evidence(project, agreement).state()).isEqualTo(AgreementState.ENDED);
    }

    @Test
    void anAgreementOfNothingEntersNoLedgerAndWhatSomebodyReportedFirstIsJoined() {
        AgreementId alone = entered(null, null);
        signed(alone);
        ProjectId project = begun();
        MissionId mission = planned();
        AgreementId agreement = entered(project, mission);
        signed(agreement);
        ResultId reported = results.report(
                consultant,
                new Claim.OfProject(project),
                new ResultContent(
                        ResultKind.AGREEMENT, BigDecimal.ONE, "A grant.", Language.EN, today(), "", agreement),
                ResultId.next());
        transaction.executeWithoutResult(_ -> ledger.enter(alone));
        transaction.executeWithoutResult(_ -> ledger.enter(agreement));

        assertThat(ofAgreement(project, agreement).id()).isEqualTo(reported);
        assertThat(ofAgreement(project, agreement).claims()).hasSize(2);
        assertThat(jdbc.sql("SELECT count(*) FROM mission_result WHERE agreement = :id")
                        .param("id", alone.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void resultsOfAProjectAreNotForOthers() {
        ProjectId project = begun();
        ResultId id = reported(project, "3");

        assertThatThrownBy(() -> results.of(stranger, new Claim.OfProject(project)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> results.report(stranger, new Claim.OfProject(project), jobs("1"), ResultId.next()))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> results.report(chair, new Claim.OfProject(project), jobs("1"), ResultId.next()))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> results.list(consultant, null, 10)).isInstanceOf(Forbidden.class);
        assertThat(results.of(chair, new Claim.OfProject(project)))
                .extracting(ResultLine::id)
                .containsExactly(id);
        assertThat(trace.walk(stranger, id.traced(), Language.EN)).isEmpty();
    }

    @Test
    void valuesAreCheckedAndTheSameIdIsTheSameResult() {
        ProjectId project = begun();
        for (String value : List.of("0", "-1", "0.001", "99999999999999")) {
            assertThatExceptionOfType(Refused.class)
                    .isThrownBy(() -> reported(project, value))
                    .satisfies(refused -> assertThat(refused.field()).isEqualTo("value"));
        }
        ResultId id = ResultId.next();
        results.report(consultant, new Claim.OfProject(project), jobs("2"), id);
        results.report(consultant, new Claim.OfProject(project), jobs("2"), id);
        assertThat(results.of(officer, new Claim.OfProject(project))).hasSize(1);
        assertThatThrownBy(() -> results.report(consultant, new Claim.OfProject(begun()), jobs("2"), id))
                .as("nobody takes a result over by its id")
                .isInstanceOf(NotFound.class);
    }

    @Test
    void theLedgerTakesTheSameNumberOfStatementsHoweverLongItIs() {
        ProjectId project = begun();
        reported(project, "1");
        int few = SqlCounter.during(() -> {
                    var _ = results.list(officer, null, 1);
                })
                .size();
        for (int i = 0; i < 5; i++) {
            reported(project, "1");
        }

        assertThat(SqlCounter.during(() -> {
                    var _ = results.list(officer, null, 6);
                }))
                .hasSize(few);
        var first = results.list(officer, null, 2);
        ResultKey next = first.next();
        assertThat(next).isNotNull();
        assertThat(results.list(officer, next, 2).results())
                .extracting(ResultLine::id)
                .doesNotContainAnyElementsOf(
                        first.results().stream().map(ResultLine::id).toList());
    }

    @Test
    void whatWasVerifiedStandsAmongTheHoursAlsoWhereNobodyMet() {
        ProjectId project = begun();
        ProjectId untouched = begun();
        MissionId mission = planned();
        ResultId id = reported(project, "7");
        results.join(officer, id, new Claim.OfMission(mission));
        results.verify(second, id, line(project, id).version(), "I met all seven.");

        List<HoursLine> hours = projects.hours(officer, today().minusDays(1), today());
        assertThat(hours)
                .filteredOn(line -> line.code().equals(code(project)))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.results()).isEqualTo(1);
                    assertThat(line.meetings()).isZero();
                    assertThat(line.minutes()).isZero();
                });
        assertThat(hours).extracting(HoursLine::code).doesNotContain(code(untouched));
        assertThat(projects.hours(officer, today().minusDays(9), today().minusDays(8)))
                .extracting(HoursLine::code)
                .doesNotContain(code(project));
    }
}
