package org.kvartal.missions.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Reader;
import org.kvartal.missions.GateVerdict;
import org.kvartal.missions.Itinerary.Host;
import org.kvartal.missions.LogId;
import org.kvartal.missions.MissionId;
import org.kvartal.missions.MissionPages;
import org.kvartal.missions.ProjectId;
import org.kvartal.missions.ResultId;
import org.kvartal.missions.ResultKind;
import org.kvartal.missions.Results.Claim;
import org.kvartal.missions.Results.ResultContent;
import org.kvartal.missions.SlotId;
import org.kvartal.missions.StageTemplate;
import org.kvartal.tasks.AwaitedLine;
import org.kvartal.testing.SqlCounter;

/** Whoever leads a project or a mission sees what clients, hosts, delegations and officers owe them, and nobody else does. */
class AwaitedInMissionsModuleTests extends MissionHouse {

    private List<AwaitedLine> awaited(Asker by) {
        return tasks.awaited(new Reader(by, Language.EN, SOFIA), 500);
    }

    private List<String> kinds(Asker by, String path) {
        return awaited(by).stream()
                .filter(line -> line.path().equals(path))
                .map(line -> line.messageKey().replace("missions.awaited.", ""))
                .toList();
    }

    private AwaitedLine one(Asker by, String path) {
        return awaited(by).stream()
                .filter(line -> line.path().equals(path))
                .reduce((_, second) -> {
                    throw new AssertionError("two lines: " + second);
                })
                .orElseThrow();
    }

    @Test
    void aClientsWordOnARowIsAwaitedUntilItIsSaid() {
        ProjectId id = begun(client(), contact(), null);
        String path = MissionPages.project(code(id));
        LogId row = met(id);

        AwaitedLine line = one(consultant, path);
        assertThat(line.messageKey()).isEqualTo("missions.awaited.row");
        assertThat(line.who()).startsWith("Weavers");
        assertThat(line.since()).isEqualTo(row(id, row).askedAt());
        for (Asker nobody : List.of(officer, second, chair, stranger, Asker.guest())) {
            assertThat(kinds(nobody, path)).isEmpty();
        }
        log.confirm(chair, row);
        assertThat(kinds(consultant, path)).isEmpty();
    }

    @Test
    void aDecisionAndTheClientsWordToItAreAwaitedInTurn() {
        ProjectId id = begun(client(), contact(), StageTemplate.REGIONAL_STRATEGY);
        String path = MissionPages.project(code(id));
        desk.ask(consultant, current(id).id(), current(id).version(), "");
        assertThat(one(consultant, path).messageKey()).isEqualTo("missions.awaited.gate");
        assertThat(one(consultant, path).who()).isEqualTo("Olga Officer");
        assertThat(kinds(officer, path)).as("who owes it is not owed it").isEmpty();
        desk.decide(officer, current(id).id(), current(id).version(), GateVerdict.GO, "");

        for (Asker leads : List.of(consultant, officer)) {
            assertThat(one(leads, path).messageKey()).isEqualTo("missions.awaited.word");
            assertThat(one(leads, path).arguments()).containsExactly(code(id), "Research");
        }
        countersignatures.sign(
                chair, page(officer, id).stages().getFirst().gates().getFirst().id());
        assertThat(kinds(consultant, path)).isEmpty();
    }

    @Test
    void hostsAndDelegationsAreWaitedForByTheCoordinator() {
        MissionId mission = planned();
        String path = MissionPages.mission(code(mission));
        var delegation = delegation(mission, null, "head@example.org");
        assertThat(kinds(officer, path)).as("nobody is asked yet").isEmpty();
        rosters.invite(officer, delegation);
        clock.turn(Duration.ofMinutes(1));
        SlotId visit = visited(
                mission,
                visit(today().plusDays(21), "10:00", null, new Host("Hristo Host", "host@example.org", Language.EN)));
        itinerary.ask(officer, visit, slot(mission, visit).version());

        assertThat(kinds(officer, path)).containsExactly("roster", "host");
        assertThat(awaited(officer).stream().filter(line -> line.path().equals(path)))
                .extracting(AwaitedLine::who)
                .containsExactly("City of Looms", "Hristo Host");
        assertThat(kinds(second, path)).isEmpty();
        rosters.fill(officer, delegation, List.of(traveller("Ada Loom", null)));
        assertThat(kinds(officer, path)).containsExactly("host");
    }

    @Test
    void whoHasReportedAResultWaitsForSomebodyToLook() {
        ProjectId id = begun(client(), null, null);
        String path = MissionPages.project(code(id));
        ResultId result = results.report(
                consultant,
                new Claim.OfProject(id),
                new ResultContent(
                        ResultKind.JOBS, BigDecimal.ONE, "A job.", Language.EN, today(), "example.org/job", null),
                ResultId.next());
        assertThat(one(consultant, path).messageKey()).isEqualTo("missions.awaited.result");
        assertThat(one(consultant, path).who()).isEqualTo("another officer");
        results.verify(officer, result, 0, "Seen.");

        assertThat(kinds(consultant, path)).isEmpty();
    }

    @Test
    void itIsSaidInTheSameNumberOfStatementsHoweverMuchItIs() {
        ProjectId id = begun(client(), contact(), null);
        met(id);
        int few = SqlCounter.during(() -> {
                    var _ = awaited(consultant);
                })
                .size();
        for (int i = 0; i < 5; i++) {
            met(begun(client(), contact(), null));
        }

        assertThat(SqlCounter.during(() -> {
                    var _ = awaited(consultant);
                }))
                .hasSize(few);
        assertThat(tasks.awaited(new Reader(consultant, Language.EN, SOFIA), 3)).hasSize(3);
    }
}
