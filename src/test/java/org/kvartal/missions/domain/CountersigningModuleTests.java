package org.kvartal.missions.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kvartal.accounts.Role;
import org.kvartal.files.StoredFile;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.RepresentationKind;
import org.kvartal.missions.ClientWord;
import org.kvartal.missions.Countersignatures.GatePage;
import org.kvartal.missions.GateId;
import org.kvartal.missions.GateVerdict;
import org.kvartal.missions.Party;
import org.kvartal.missions.ProjectDesk.Contact;
import org.kvartal.missions.ProjectDesk.StageContent;
import org.kvartal.missions.ProjectId;
import org.kvartal.missions.ProjectState;
import org.kvartal.missions.Projects.GateLine;
import org.kvartal.missions.Projects.StageLine;
import org.kvartal.missions.Projects.WordLine;
import org.kvartal.missions.StageState;
import org.kvartal.missions.StageTemplate;

/** A client countersigns what was decided at a gate, by a link, signed in or on paper; work goes on meanwhile, and silence stands for nothing. */
class CountersigningModuleTests extends MissionHouse {

    private ProjectId strategy(Party client, @Nullable Contact contact) {
        return begun(client, contact, StageTemplate.REGIONAL_STRATEGY);
    }

    private Party outside() {
        return new Party.OfEntry(entry("Hall of a client", null));
    }

    /** At the gate of the current stage. */
    private GateId decided(ProjectId id, GateVerdict verdict) {
        StageLine stage = current(id);
        desk.ask(consultant, stage.id(), stage.version(), "All is asked.");
        desk.decide(officer, stage.id(), current(id).version(), verdict, "So be it.");
        return page(officer, id)
                .stages()
                .get(stage.place() - 1)
                .gates()
                .getLast()
                .id();
    }

    private static WordLine word(List<StageLine> stages, GateId gate) {
        return stages.stream()
                .flatMap(stage -> stage.gates().stream())
                .filter(line -> line.id().equals(gate))
                .map(GateLine::word)
                .findFirst()
                .orElseThrow();
    }

    private WordLine word(ProjectId id, GateId gate) {
        return word(page(officer, id).stages(), gate);
    }

    private StageState state(ProjectId id, int place) {
        return page(officer, id).stages().get(place - 1).state();
    }

    @Test
    void workGoesOnWhileTheClientCountersignsByALink() {
        Contact contact = contact();
        ProjectId id = strategy(outside(), contact);
        GateId gate = decided(id, GateVerdict.GO);
        assertThat(state(id, 2)).isEqualTo(StageState.CURRENT);
        assertThat(page(officer, id).unsigned()).extracting(StageLine::place).containsExactly(1);
        assertThat(letters.to(contact.email()).getLast().secret()).isTrue();
        String token = token(contact.email(), "/gate");

        GatePage page = countersignatures.look(token).orElseThrow();
        assertThat(page.note()).isEqualTo("So be it.");
        assertThat(page.open()).isTrue();
        assertThat(word(id, gate).state()).as("looking changes nothing").isEqualTo(ClientWord.AWAITED);
        assertThat(countersignatures.sign(token).orElseThrow().state()).isEqualTo(ClientWord.SIGNED);
        assertThat(countersignatures.sign(token).orElseThrow().open())
                .as("pressed twice")
                .isFalse();
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> countersignatures.refuse(token, "No."));

        assertThat(word(id, gate).state()).isEqualTo(ClientWord.SIGNED);
        assertThat(page(officer, id).unsigned()).isEmpty();
        assertThat(countersignatures.look("forged")).isEmpty();
        assertThat(countersignatures.sign(token.substring(1) + "A")).isEmpty();
        isTold(consultant, "Countersigned by the client");
        isTold(officer, "Countersigned by the client");
    }

    @Test
    void reworkIsPutToNobody() {
        Contact contact = contact();
        ProjectId id = strategy(outside(), contact);
        decided(id, GateVerdict.REWORK);

        assertThat(current(id).gates().getLast().word()).isNull();
        assertThat(letters.to(contact.email())).isEmpty();
    }

    @Test
    void whoeverSpeaksForAClientOfTheHouseCountersignsAndNobodyElse() {
        ProjectId id = strategy(client(), null);
        GateId gate = decided(id, GateVerdict.GO);
        isTold(chair, "please countersign");
        assertThat(word(page(chair, id).stages(), gate).maySign()).isTrue();
        assertThat(word(page(consultant, id).stages(), gate).maySign()).isFalse();
        for (Asker nobody : List.of(officer, consultant)) {
            assertThatThrownBy(() -> countersignatures.sign(nobody, gate)).isInstanceOf(Forbidden.class);
            assertThatThrownBy(() -> countersignatures.refuse(nobody, gate, "No."))
                    .isInstanceOf(Forbidden.class);
        }
        assertThatThrownBy(() -> countersignatures.sign(stranger, gate)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> countersignatures.record(chair, gate, "On paper.", null))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> countersignatures.ask(chair, gate)).isInstanceOf(Forbidden.class);

        countersignatures.sign(chair, gate);
        assertThat(Objects.requireNonNull(word(id, gate).by()).id()).isEqualTo(chair.requirePerson());
    }

    @Test
    void whoeverHasHadAHandInADecisionDoesNotCountersignItWithWhateverMandate() {
        belonging.mandate(weavers, consultant.requirePerson(), RepresentationKind.DEPUTY);
        belonging.mandate(weavers, officer.requirePerson(), RepresentationKind.DEPUTY);
        ProjectId id = strategy(client(), null);
        GateId gate = decided(id, GateVerdict.GO);

        for (Asker hand : List.of(consultant, officer)) {
            assertThat(word(page(hand, id).stages(), gate).maySign()).isFalse();
            assertThatExceptionOfType(Refused.class).isThrownBy(() -> countersignatures.sign(hand, gate));
        }
        assertThat(word(id, gate).state()).isEqualTo(ClientWord.AWAITED);
    }

    @Test
    void aClientWhoDoesNotStandByItOpensTheGateAgain() {
        Contact contact = contact();
        ProjectId id = strategy(client(), contact);
        StageLine third = page(officer, id).stages().get(2);
        desk.changeStage(consultant, third.id(), third.version(), new StageContent(third.title(), third.due(), true));
        GateId first = decided(id, GateVerdict.GO);
        String token = token(contact.email(), "/gate");
        GateId second = decided(id, GateVerdict.GO);
        desk.ask(consultant, current(id).id(), current(id).version(), "");
        assertThat(state(id, 3)).isEqualTo(StageState.AT_GATE);
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> countersignatures.refuse(token, "  "))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("words"));
        countersignatures.refuse(token, "The costs are missing.");

        assertThat(state(id, 1)).isEqualTo(StageState.CURRENT);
        assertThat(state(id, 2)).isEqualTo(StageState.AHEAD);
        assertThat(state(id, 3)).isEqualTo(StageState.AHEAD);
        assertThat(word(id, first).words()).isEqualTo("The costs are missing.");
        assertThat(word(id, second).state()).isEqualTo(ClientWord.WITHDRAWN);
        assertThat(owes(consultant)).contains("missions.rework:" + current(id).id());
        assertThat(owes(officer))
                .noneMatch(key -> key.startsWith(
                        "missions.gate:" + page(officer, id).stages().get(2).id()));
        isTold(consultant, "doesn’t stand by it");
        isTold(officer, "doesn’t stand by it");
        assertThatExceptionOfType(Refused.class)
                .as("what was decided there is kept")
                .isThrownBy(() -> desk.dropStage(
                        consultant, page(officer, id).stages().get(1).id()));

        desk.staff(officer, id, version(id), this.second.requirePerson(), officer.requirePerson());
        assertThat(owes(consultant)).noneMatch(key -> key.startsWith("missions.rework:"));
        assertThat(owes(this.second)).contains("missions.rework:" + current(id).id());
        desk.ask(consultantNow(), current(id).id(), current(id).version(), "With the costs.");
        assertThat(owes(this.second)).noneMatch(key -> key.startsWith("missions.rework:"));
        desk.decide(officer, current(id).id(), current(id).version(), GateVerdict.GO, "");
        desk.ask(consultantNow(), current(id).id(), current(id).version(), "Once more.");
        assertThat(current(id).place()).isEqualTo(2);
    }

    private Asker consultantNow() {
        return second;
    }

    @Test
    void aClientWhoDoesNotWishToStopLetsTheProjectRunAgain() {
        ProjectId id = strategy(client(), null);
        GateId gate = decided(id, GateVerdict.STOP);
        assertThat(page(officer, id).line().state()).isEqualTo(ProjectState.TERMINATED);
        assertThat(page(officer, id).unsigned()).hasSize(1);
        countersignatures.refuse(chair, gate, "We have found a hall.");

        assertThat(page(officer, id).line().state()).isEqualTo(ProjectState.RUNNING);
        assertThat(page(officer, id).reason()).isEmpty();
        assertThat(current(id).place()).isEqualTo(1);
        met(id);
        assertThat(decided(id, GateVerdict.GO)).isNotEqualTo(gate);
    }

    /** All its stages are done but for the client's word to the last decision. */
    private ProjectId closing() {
        ProjectId id = begun(client(), null, null);
        StageLine only = current(id);
        desk.changeStage(consultant, only.id(), only.version(), new StageContent(only.title(), only.due(), true));
        return id;
    }

    @Test
    void aProjectIsNotCompletedWhileAWordIsMissing() {
        ProjectId id = closing();
        GateId gate = decided(id, GateVerdict.GO);
        assertThat(page(officer, id).line().state()).isEqualTo(ProjectState.CLOSING);
        clock.turn(Duration.ofDays(100));
        projectTime.assumeSilence();
        assertThatExceptionOfType(Refused.class)
                .as("silence never confirms")
                .isThrownBy(() -> desk.complete(officer, id, version(id)));

        StoredFile paper = desk.attach(
                consultant,
                id,
                "Countersigned",
                "signed.txt",
                new ByteArrayInputStream("We agree.".getBytes(StandardCharsets.UTF_8)));
        assertThatThrownBy(() -> countersignatures.record(consultant, gate, "On paper.", paper.id()))
                .isInstanceOf(Forbidden.class);
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> countersignatures.record(officer, gate, " ", paper.id()))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("words"));
        StoredFile elsewhere = desk.attach(
                consultant,
                begun(),
                "Another",
                "other.txt",
                new ByteArrayInputStream("Else.".getBytes(StandardCharsets.UTF_8)));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> countersignatures.record(officer, gate, "On paper.", elsewhere.id()))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("paper"));
        countersignatures.record(officer, gate, "On paper, Ada Loom.", paper.id());

        WordLine recorded = word(id, gate);
        assertThat(recorded.state()).isEqualTo(ClientWord.RECORDED);
        assertThat(recorded.paper()).isEqualTo(paper);
        assertThatExceptionOfType(Refused.class)
                .as("the proof stays")
                .isThrownBy(() -> desk.remove(consultant, id, paper.id()));
        desk.complete(officer, id, version(id));
        assertThat(page(officer, id).line().state()).isEqualTo(ProjectState.COMPLETED);
    }

    @Test
    void aRefusalReachesAProjectThatClosesOrRests() {
        ProjectId closing = closing();
        countersignatures.refuse(chair, decided(closing, GateVerdict.GO), "Not yet.");
        assertThat(page(officer, closing).line().state()).isEqualTo(ProjectState.RUNNING);

        ProjectId resting = closing();
        GateId gate = decided(resting, GateVerdict.GO);
        desk.hold(officer, resting, version(resting), "Summer.");
        countersignatures.refuse(chair, gate, "Not yet.");
        assertThat(page(officer, resting).line().state()).isEqualTo(ProjectState.PAUSED);
        desk.resume(officer, resting, version(resting));
        assertThat(page(officer, resting).line().state()).isEqualTo(ProjectState.RUNNING);
        assertThat(current(resting).state()).isEqualTo(StageState.CURRENT);
    }

    @Test
    void aSilentClientIsRemindedOnceAndThenTheCoordinatorCalls() {
        Contact contact = contact();
        ProjectId id = strategy(client(), contact);
        GateId gate = decided(id, GateVerdict.GO);
        String first = token(contact.email(), "/gate");
        clock.turn(Duration.ofDays(7).minusMinutes(1));
        projectTime.remindOfGates();
        assertThat(letters.to(contact.email())).hasSize(1);
        assertThat(owes(officer)).doesNotContain("missions.word:" + gate);

        desk.hold(officer, id, version(id), "Summer.");
        clock.turn(Duration.ofMinutes(2));
        projectTime.remindOfGates();
        assertThat(letters.to(contact.email()))
                .as("nobody is reminded in a pause")
                .hasSize(1);
        desk.resume(officer, id, version(id));
        projectTime.remindOfGates();
        clock.turn(Duration.ofDays(30));
        projectTime.remindOfGates();
        assertThat(letters.to(contact.email())).hasSize(2);
        assertThat(owes(officer)).contains("missions.word:" + gate);

        assertThat(countersignatures.look(first))
                .as("the first link still works")
                .isPresent();
        countersignatures.sign(token(contact.email(), "/gate"));
        assertThat(owes(officer)).doesNotContain("missions.word:" + gate);
        projectTime.remindOfGates();
        assertThat(letters.to(contact.email())).hasSize(2);
    }

    @Test
    void whereNobodyCanBeAskedTheCoordinatorKnowsAtOnce() {
        ProjectId id = strategy(outside(), null);
        GateId gate = decided(id, GateVerdict.GO);
        assertThat(word(id, gate).askedAt()).isNull();
        assertThat(owes(officer)).contains("missions.word:" + gate);

        Contact contact = contact();
        desk.reach(consultant, id, version(id), contact);
        assertThat(word(id, gate).askedAt()).isNotNull();
        assertThat(owes(officer)).doesNotContain("missions.word:" + gate);
        comesBack(contact.email());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(word(id, gate).askedAt()).isNull());
        assertThat(owes(consultant)).contains("missions.word:" + gate);
        String before = token(contact.email(), "/gate");
        countersignatures.ask(consultant, gate);

        assertThat(owes(consultant)).doesNotContain("missions.word:" + gate);
        assertThat(countersignatures.look(before)).isEmpty();
        assertThat(word(id, gate).askedAt()).isNotNull();
    }

    @Test
    void ofTwoWordsAtTheSameMomentOneCounts() throws Exception {
        Contact contact = contact();
        ProjectId id = strategy(client(), contact);
        GateId gate = decided(id, GateVerdict.GO);
        String token = token(contact.email(), "/gate");

        atOnce(6, which -> {
            switch (which % 3) {
                case 0 -> countersignatures.refuse(token, "No.");
                case 1 -> countersignatures.sign(chair, gate);
                default -> countersignatures.record(officer, gate, "By telephone.", null);
            }
        });

        assertThat(jdbc.sql("""
                SELECT count(*) FROM audit_entry WHERE subject_id = :id
                   AND act IN ('missions.gate-signed', 'missions.gate-refused', 'missions.gate-recorded')""").param("id", id.value()).query(Integer.class).single())
                .isEqualTo(1);
    }

    @Test
    void aProjectThatIsGivenUpAsksForNoWordAnyMore() {
        ProjectId id = strategy(outside(), null);
        GateId gate = decided(id, GateVerdict.GO);
        desk.terminate(officer, id, version(id), "The hall burned down.");

        assertThat(word(id, gate).state()).isEqualTo(ClientWord.WITHDRAWN);
        assertThat(owes(officer)).doesNotContain("missions.word:" + gate);
        assertThat(page(person("Adam Administrator", Role.ADMINISTRATOR), id).unsigned())
                .isEmpty();
    }
}
