package org.kvartal.missions.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kvartal.accounts.Role;
import org.kvartal.alliance.Directory.Partnership;
import org.kvartal.alliance.EntryId;
import org.kvartal.files.StoredFile;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Secret;
import org.kvartal.missions.AgreementId;
import org.kvartal.missions.AgreementKind;
import org.kvartal.missions.AgreementState;
import org.kvartal.missions.Agreements.AgreementContent;
import org.kvartal.missions.Agreements.AgreementFilter;
import org.kvartal.missions.Agreements.AgreementLine;
import org.kvartal.missions.Agreements.AgreementPage;
import org.kvartal.missions.Agreements.NewAgreement;
import org.kvartal.missions.Agreements.PartyLine;
import org.kvartal.missions.Party;
import org.kvartal.missions.ProjectDesk.NewProject;
import org.kvartal.missions.ProjectId;
import org.kvartal.testing.SqlCounter;

/** Agreements are signed by each party, last as long as they say, and stand in the directory. */
class AgreementsModuleTests extends MissionHouse {

    private static final byte[] PAPER = "We weave together.".getBytes(StandardCharsets.UTF_8);

    private AgreementContent content(@Nullable LocalDate ends, Party... parties) {
        return new AgreementContent(
                AgreementKind.MOU, en("Memorandum of looms"), en("We weave together."), List.of(parties), null, ends);
    }

    private AgreementId entered(AgreementContent content) {
        AgreementId id = AgreementId.next();
        agreements.enter(officer, new NewAgreement(id, content, null, null, null));
        return id;
    }

    private StoredFile filed(AgreementId id) {
        return agreements.file(officer, id, "memorandum.txt", new ByteArrayInputStream(PAPER));
    }

    private String code(AgreementId id) {
        return code("A", "agreement", id.value());
    }

    private AgreementPage page(Asker asker, AgreementId id) {
        return agreements.find(asker, code(id)).orElseThrow();
    }

    private long version(AgreementId id) {
        return page(officer, id).line().version();
    }

    private AgreementState state(AgreementId id) {
        return page(officer, id).line().state();
    }

    private AgreementId inForce(AgreementContent content) {
        AgreementId id = entered(content);
        filed(id);
        for (int party = 1; party <= content.parties().size(); party++) {
            agreements.sign(officer, id, version(id), party, "Signer " + party, today());
        }
        return id;
    }

    private List<Partnership> between(EntryId one, EntryId other) {
        return directory.partnerships(500).stream()
                .filter(line -> Set.of(line.one().id(), line.other().id()).equals(Set.of(one, other)))
                .toList();
    }

    @Test
    void eachPartySignsOneFileAndWithTheLastItIsInForce() {
        AgreementId id = entered(content(null, client(), new Party.Named("City of Threads")));
        assertThatExceptionOfType(Refused.class)
                .as("there is nothing to sign")
                .isThrownBy(() -> agreements.sign(officer, id, version(id), 1, "Ada Loom", today()));
        StoredFile file = filed(id);
        assertThat(page(officer, id).hash()).isEqualTo(HexFormat.of().formatHex(Secret.sha256(PAPER)));

        agreements.sign(chair, id, version(id), 1, "Chavdar Chair", today());
        assertThat(state(id)).isEqualTo(AgreementState.SIGNED_PARTLY);
        assertThatExceptionOfType(Refused.class).as("nothing changes any more").isThrownBy(() -> filed(id));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> agreements.change(officer, id, version(id), content(null, client(), client())));
        assertThatExceptionOfType(Refused.class)
                .as("signed already")
                .isThrownBy(() -> agreements.sign(officer, id, version(id), 1, "Ada Loom", today()));
        assertThatThrownBy(() -> agreements.sign(chair, id, version(id), 2, "Chavdar Chair", today()))
                .as("nobody signs for others")
                .isInstanceOf(Forbidden.class);
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> agreements.sign(officer, id, version(id), 2, "Mayor", today().plusDays(2)))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("signedOn"));
        agreements.sign(officer, id, version(id), 2, "Mayor", today());

        assertThat(state(id)).isEqualTo(AgreementState.IN_FORCE);
        assertThat(page(officer, id).line().starts()).isEqualTo(today());
        assertThat(files.address(file.id(), chair)).isNotBlank();
        isTold(chair, code(id));
    }

    @Test
    void silenceNeverSigns() {
        AgreementId id = entered(content(null, client(), new Party.Named("City of Threads")));
        filed(id);
        agreements.sign(officer, id, version(id), 1, "Ada Loom", today());
        clock.turn(Duration.ofDays(400));
        projectTime.assumeSilence();

        assertThat(state(id)).isEqualTo(AgreementState.SIGNED_PARTLY);
    }

    @Test
    void whatIsInForceStandsInTheDirectoryWithItsDates() {
        EntryId hall = entry("Hall of Agreements", null);
        EntryId yard = entry("Yard of Agreements", null);
        AgreementId id = inForce(content(
                today().plusDays(300),
                new Party.OfEntry(hall),
                new Party.OfEntry(yard),
                new Party.Named("Somebody else")));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(between(hall, yard))
                        .singleElement()
                        .satisfies(line -> {
                            assertThat(String.valueOf(line.since())).isEqualTo(today().toString());
                            assertThat(String.valueOf(line.until()))
                                    .isEqualTo(today().plusDays(300).toString());
                            assertThat(line.source()).isEqualTo(code(id));
                        }));
        agreements.end(officer, id, version(id), "The hall was sold.");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(between(hall, yard))
                        .singleElement()
                        .satisfies(
                                line -> assertThat(String.valueOf(line.until())).isEqualTo(today().toString())));
        assertThat(state(id)).isEqualTo(AgreementState.ENDED);
    }

    @Test
    void whatIsSignedBeforeItsFirstDayIsInForceFromThatDayAndNotBefore() {
        EntryId hall = entry("Hall of March", null);
        EntryId yard = entry("Yard of March", null);
        AgreementId before = inForce(content(today().plusDays(29), client(), new Party.Named("City of Threads")));
        LocalDate first = today().plusDays(30);
        AgreementId id = AgreementId.next();
        agreements.enter(
                officer,
                new NewAgreement(
                        id,
                        new AgreementContent(
                                AgreementKind.MOU,
                                en("Memorandum of March"),
                                en("From March on."),
                                List.of(new Party.OfEntry(hall), new Party.OfEntry(yard), client()),
                                first,
                                null),
                        null,
                        null,
                        before));
        filed(id);
        for (int party = 1; party <= 3; party++) {
            agreements.sign(officer, id, version(id), party, "Signer " + party, today());
        }
        missionTime.bringIntoForce();
        missionTime.remindOfAgreements();

        assertThat(state(id)).isEqualTo(AgreementState.SIGNED);
        assertThat(page(officer, id).parties()).noneMatch(PartyLine::maySign);
        assertThat(agreements.find(Asker.guest(), code(id)))
                .as("not public before")
                .isEmpty();
        assertThat(state(before)).as("still in its place").isEqualTo(AgreementState.IN_FORCE);
        assertThat(owes(officer)).as("what follows is signed").doesNotContain("missions.agreement:" + before);
        assertThat(agreements
                        .list(officer, new AgreementFilter(Set.of(AgreementState.IN_FORCE)), null, 100)
                        .agreements())
                .extracting(AgreementLine::id)
                .doesNotContain(id);
        assertThat(between(hall, yard)).isEmpty();
        clock.turn(Duration.ofDays(30));
        missionTime.bringIntoForce();

        assertThat(state(id)).isEqualTo(AgreementState.IN_FORCE);
        assertThat(agreements.find(Asker.guest(), code(id))).isPresent();
        assertThat(state(before)).isEqualTo(AgreementState.RENEWED_BY);
        isTold(chair, code(id));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(between(hall, yard))
                        .singleElement()
                        .satisfies(
                                line -> assertThat(String.valueOf(line.since())).isEqualTo(first.toString())));
    }

    @Test
    void whatIsSignedCanBeEndedBeforeItBegins() {
        AgreementId id = inForce(new AgreementContent(
                AgreementKind.MOU,
                en("Memorandum of April"),
                null,
                List.of(client(), new Party.Named("City of Threads")),
                today().plusDays(10),
                null));
        agreements.end(officer, id, version(id), "The city has thought again.");
        clock.turn(Duration.ofDays(11));
        missionTime.bringIntoForce();

        assertThat(state(id)).isEqualTo(AgreementState.ENDED);
    }

    @Test
    void aTermThatIsOverIsToldByTheCalendarAndTheOfficeIsRemindedBefore() {
        AgreementId id = inForce(content(today().plusDays(90), client(), new Party.Named("City of Threads")));
        missionTime.remindOfAgreements();
        assertThat(owes(officer)).doesNotContain("missions.agreement:" + id);
        clock.turn(Duration.ofDays(31));
        missionTime.remindOfAgreements();
        assertThat(owes(officer)).contains("missions.agreement:" + id);
        clock.turn(Duration.ofDays(60));

        assertThat(state(id)).isEqualTo(AgreementState.EXPIRED);
        assertThat(agreements
                        .list(officer, new AgreementFilter(Set.of(AgreementState.EXPIRED)), null, 100)
                        .agreements())
                .extracting(AgreementLine::id)
                .contains(id);
        assertThat(agreements
                        .list(officer, new AgreementFilter(Set.of(AgreementState.IN_FORCE)), null, 100)
                        .agreements())
                .extracting(AgreementLine::id)
                .doesNotContain(id);
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> agreements.end(officer, id, version(id), "It is over."));
        AgreementId newer = AgreementId.next();
        agreements.enter(
                officer,
                new NewAgreement(newer, content(null, client(), new Party.Named("City of Threads")), null, null, id));
        filed(newer);
        agreements.sign(officer, newer, version(newer), 1, "Ada Loom", today());
        assertThat(state(id)).as("nothing is replaced by what is not in force").isEqualTo(AgreementState.EXPIRED);
        agreements.sign(officer, newer, version(newer), 2, "Mayor", today());

        assertThat(state(id)).isEqualTo(AgreementState.RENEWED_BY);
        assertThat(page(officer, id).renewedBy()).isEqualTo(code(newer));
        assertThat(owes(officer)).doesNotContain("missions.agreement:" + id);
    }

    @Test
    void everybodyReadsTheSummaryOfWhatIsInForceAndNothingElse() {
        AgreementId open = inForce(content(null, client(), new Party.Named("City of Threads")));
        AgreementId closed = inForce(new AgreementContent(
                AgreementKind.CONTRACT,
                en("Contract of looms"),
                null,
                List.of(client(), new Party.Named("Loom works")),
                null,
                null));
        AgreementId draft = entered(content(null, client(), new Party.Named("City of Threads")));
        filed(draft);
        Asker registered = person("Rita Registered");

        for (Asker visitor : List.of(Asker.guest(), registered)) {
            assertThat(agreements.list(visitor, AgreementFilter.ALL, null, 100).agreements())
                    .extracting(AgreementLine::id)
                    .contains(open)
                    .doesNotContain(closed, draft);
            assertThat(agreements.find(visitor, code(closed))).isEmpty();
            assertThat(agreements.find(visitor, code(draft))).isEmpty();
            assertThat(page(visitor, open).file()).isNull();
            assertThat(page(visitor, open).parties())
                    .allSatisfy(party -> assertThat(party.signer()).isEmpty());
            StoredFile file = Objects.requireNonNull(page(officer, open).file());
            assertThatThrownBy(() -> files.address(file.id(), visitor)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> agreements.end(visitor, closed, 0, "No.")).isInstanceOf(NotFound.class);
        }
        assertThat(page(stranger, closed).mayKeep())
                .as("who belongs reads the register")
                .isFalse();
        assertThatThrownBy(() -> agreements.change(
                        stranger, draft, version(draft), content(null, client(), new Party.Named("X"))))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> agreements.enter(
                        stranger,
                        new NewAgreement(
                                AgreementId.next(), content(null, client(), new Party.Named("X")), null, null, null)))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void theConsultantOfAProjectEntersItsAgreementsAndAProjectBeginsFromOne() {
        ProjectId project = begun();
        AgreementId id = AgreementId.next();
        agreements.enter(
                consultant,
                new NewAgreement(id, content(null, client(), new Party.Named("City of Threads")), project, null, null));
        agreements.file(consultant, id, "memorandum.txt", new ByteArrayInputStream(PAPER));
        Asker other = person("Other Consultant", Role.MEMBER);
        assertThatThrownBy(() -> agreements.enter(
                        other,
                        new NewAgreement(
                                AgreementId.next(),
                                content(null, client(), new Party.Named("X")),
                                project,
                                null,
                                null)))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> agreements.sign(consultant, id, version(id), 2, "Mayor", today()))
                .as("no consultant signs for a party")
                .isInstanceOf(Forbidden.class);

        assertThat(projects.source(officer, code(id)).orElseThrow().with()).isEqualTo(client());
        assertThat(projects.source(consultant, code(id)))
                .as("who may not begin projects")
                .isEmpty();
        ProjectId next = ProjectId.next();
        desk.begin(
                officer,
                new NewProject(next, content(client()), null, consultant.requirePerson(), null, null, code(id)));
        assertThat(trace.walk(officer, next.traced(), Language.EN))
                .extracting(step -> step.node().kind())
                .containsExactly("project", "agreement", "project");
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> desk.begin(
                        officer,
                        new NewProject(
                                ProjectId.next(),
                                content(client()),
                                null,
                                consultant.requirePerson(),
                                null,
                                null,
                                "R-1999-001")))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("of"));
    }

    @Test
    void twoPartiesAreNeededEachOnce() {
        for (List<Party> parties : List.<List<Party>>of(
                List.of(),
                List.of(client()),
                List.of(client(), client()),
                List.of(client(), new Party.Named(" ")),
                List.of(client(), new Party.OfEntry(EntryId.next())))) {
            assertThatExceptionOfType(Refused.class)
                    .isThrownBy(() -> entered(content(null, parties.toArray(Party[]::new))))
                    .satisfies(refused -> assertThat(refused.field()).isEqualTo("parties"));
        }
    }

    @Test
    void aListTakesTheSameNumberOfStatementsHoweverLongItIs() {
        IntStream.range(0, 3).forEach(_ -> entered(content(null, client(), new Party.Named("City of Threads"))));
        int few = SqlCounter.during(() -> {
                    var _ = agreements.list(officer, AgreementFilter.ALL, null, 2);
                })
                .size();
        IntStream.range(0, 6).forEach(_ -> entered(content(null, client(), new Party.Named("City of Threads"))));

        assertThat(SqlCounter.during(() -> {
                    var _ = agreements.list(officer, AgreementFilter.ALL, null, 9);
                }))
                .hasSize(few);
        var first = agreements.list(officer, AgreementFilter.ALL, null, 4);
        assertThat(agreements
                        .list(officer, AgreementFilter.ALL, first.next(), 4)
                        .agreements())
                .extracting(AgreementLine::id)
                .doesNotContainAnyElementsOf(
                        first.agreements().stream().map(AgreementLine::id).toList());
    }
}
