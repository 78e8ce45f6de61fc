package org.kvartal.missions.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kvartal.accounts.Role;
import org.kvartal.alliance.EntryContent.Coordinates;
import org.kvartal.alliance.EntryId;
import org.kvartal.files.StoredFile;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Wording;
import org.kvartal.missions.DelegationId;
import org.kvartal.missions.HostState;
import org.kvartal.missions.Itinerary.Host;
import org.kvartal.missions.Itinerary.HostPage;
import org.kvartal.missions.Itinerary.HostWish;
import org.kvartal.missions.Itinerary.SlotContent;
import org.kvartal.missions.MissionDesk.Goal;
import org.kvartal.missions.MissionDesk.MissionContent;
import org.kvartal.missions.MissionId;
import org.kvartal.missions.MissionState;
import org.kvartal.missions.Missions.DelegationLine;
import org.kvartal.missions.Missions.MissionFilter;
import org.kvartal.missions.Missions.MissionLine;
import org.kvartal.missions.Missions.ReachedPlace;
import org.kvartal.missions.Missions.Year;
import org.kvartal.missions.ProjectId;
import org.kvartal.missions.Projects.FollowUpLine;
import org.kvartal.missions.Rosters.DelegationContent;
import org.kvartal.missions.Rosters.Emergency;
import org.kvartal.missions.Rosters.RosterPage;
import org.kvartal.missions.Rosters.TravellerContent;
import org.kvartal.missions.Rosters.TravellerLine;
import org.kvartal.missions.SlotId;
import org.kvartal.missions.TripWarning;
import org.kvartal.missions.TripWarning.Kind;
import org.kvartal.testing.SqlCounter;
import org.springframework.beans.factory.annotation.Autowired;

/** Delegations travel: who, to whom, when; hosts answer by a link, and what nobody needs any more is forgotten. */
class MissionsModuleTests extends MissionHouse {

    @Autowired
    Wording wording;

    private static String address() {
        return "somebody-" + Ids.next() + "@example.org";
    }

    private static Host host(String email) {
        return new Host("Harry Host", email, Language.EN);
    }

    /** One with a delegation, a visit and everybody's yes. */
    private MissionId confirmed() {
        MissionId id = planned();
        DelegationId delegation = delegation(id, client(), address());
        rosters.fill(officer, delegation, List.of(traveller("Tara Traveller", null)));
        visited(id, visit(page(officer, id).line().starts(), "10:00", null, null));
        missionDesk.fixRoster(officer, id, version(id));
        missionDesk.confirm(officer, id, version(id));
        return id;
    }

    @Test
    void aDelegationSaysByALinkWhoTravels() {
        MissionId id = planned();
        String head = address();
        DelegationId delegation = delegation(id, client(), head);
        rosters.invite(officer, delegation);
        String token = token(head, "/roster");
        assertThat(rosters.look(token).orElseThrow().travellers()).isEmpty();
        assertThat(rosters.look(token).orElseThrow().head()).isEqualTo("Hana Head");
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> rosters.fill(token, List.of()))
                .satisfies(refused -> assertThat(refused.key()).isEqualTo("missions.refused.nobody"));
        assertThat(page(officer, id).delegations().getFirst().filledAt())
                .as("nobody is no roster")
                .isNull();
        TravellerContent tara = traveller("Tara Traveller", new Emergency("Her mother", "+359 88 111 111"));
        rosters.fill(token, List.of(tara, traveller("Timur Traveller", null)));

        RosterPage page = rosters.look(token).orElseThrow();
        assertThat(page.travellers()).extracting(TravellerLine::emergency).containsExactly(true, false);
        assertThat(page.travellers())
                .allSatisfy(line -> assertThat(line.content().emergency()).isNull());
        isTold(officer, "City of Looms");
        rosters.fill(token, List.of(without(tara)));
        assertThat(rosters.emergencies(officer, id))
                .as("what was not said again stays")
                .singleElement()
                .satisfies(line -> assertThat(line.emergency().phone()).isEqualTo("+359 88 111 111"));
        missionDesk.fixRoster(officer, id, version(id));

        assertThat(rosters.look(token).orElseThrow().open()).isFalse();
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> rosters.fill(token, List.of()));
        assertThat(rosters.look("forged")).isEmpty();
        assertThat(itinerary.look(token)).as("one link is good for one thing").isEmpty();
        assertThat(log.look(token)).isEmpty();
    }

    private static TravellerContent without(TravellerContent one) {
        return new TravellerContent(
                one.id(),
                one.name(),
                one.part(),
                one.role(),
                one.email(),
                one.phone(),
                one.languages(),
                one.needs(),
                one.document(),
                null);
    }

    @Test
    void oneSeesWhetherTheHeadOfADelegationWasWrittenTo() {
        MissionId id = planned();
        String head = address();
        DelegationId delegation = delegation(id, client(), head);
        assertThat(page(officer, id).delegations().getFirst().invitedAt()).isNull();
        rosters.invite(officer, delegation);
        assertThat(page(officer, id).delegations().getFirst().invitedAt()).isNotNull();
        comesBack(head);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                page(officer, id).delegations().getFirst().invitedAt())
                        .isNull());
        rosters.invite(officer, delegation);
        rosters.put(
                officer,
                id,
                delegation,
                new DelegationContent("City of Looms", client(), "Hana Head", address(), Language.EN));
        assertThat(page(officer, id).delegations().getFirst().invitedAt())
                .as("nobody has written to the new address")
                .isNull();
    }

    @Test
    void whomToCallSeesTheCoordinatorAloneAndEachLookIsWritten() {
        MissionId id = planned();
        DelegationId delegation = delegation(id, client(), "");
        rosters.fill(
                officer,
                delegation,
                List.of(traveller("Tara Traveller", new Emergency("Her mother", "+359 88 111 111"))));
        Asker administrator = person("Adam Administrator", Role.ADMINISTRATOR);

        for (Asker nobody : List.of(second, administrator, chair)) {
            assertThatThrownBy(() -> rosters.emergencies(nobody, id)).isInstanceOf(Forbidden.class);
        }
        for (Asker nobody : List.of(stranger, consultant, Asker.guest())) {
            assertThatThrownBy(() -> rosters.emergencies(nobody, id)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> rosters.of(nobody, delegation)).isInstanceOf(NotFound.class);
        }
        assertThat(rosters.emergencies(officer, id)).hasSize(1);
        assertThat(jdbc.sql(
                                "SELECT count(*) FROM audit_entry WHERE act = 'missions.emergencies-read' AND subject_id = :id")
                        .param("id", id.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(rosters.of(second, delegation))
                .allSatisfy(line -> assertThat(line.content().emergency()).isNull());
        assertThat(text(briefs.briefBook(officer, id, null, Language.EN)))
                .contains("Tara Traveller")
                .doesNotContain("Her mother", "111 111");
        missionDesk.handOver(officer, id, version(id), second.requirePerson());

        assertThat(rosters.emergencies(second, id)).hasSize(1);
        assertThatThrownBy(() -> rosters.emergencies(officer, id)).isInstanceOf(Forbidden.class);
    }

    @Test
    void whoSpeaksForOneDelegationDoesNotReadTheRosterOfAnother() {
        MissionId id = planned();
        DelegationId own = delegation(id, client(), "");
        DelegationId other = delegation(id, null, "");
        rosters.fill(officer, own, List.of(traveller("Tara Traveller", null)));
        rosters.fill(officer, other, List.of(traveller("Nadia Neighbour", null)));

        assertThat(page(chair, id).delegations())
                .extracting(DelegationLine::id, DelegationLine::names)
                .containsExactly(tuple(own, true), tuple(other, false));
        assertThat(page(second, id).delegations()).allMatch(DelegationLine::names);
        assertThat(rosters.of(chair, own)).hasSize(1);
        assertThatThrownBy(() -> rosters.of(chair, other)).isInstanceOf(Forbidden.class);
        assertThat(text(briefs.briefBook(chair, id, null, Language.EN)))
                .contains("Tara Traveller")
                .doesNotContain("Nadia Neighbour");
        assertThatThrownBy(() -> briefs.briefBook(stranger, id, null, Language.EN))
                .isInstanceOf(NotFound.class);
        assertThat(missions.find(stranger, code(id))).isEmpty();
        assertThatThrownBy(() -> rosters.fill(chair, own, List.of())).isInstanceOf(Forbidden.class);
    }

    @Test
    void thirtyDaysAfterTheEndOnlyNamesAreLeft() {
        MissionId id = confirmed();
        DelegationId delegation = page(officer, id).delegations().getFirst().id();
        rosters.fill(
                officer,
                delegation,
                List.of(traveller("Tara Traveller", new Emergency("Her mother", "+359 88 111 111"))));
        LocalDate ends = page(officer, id).line().ends();
        clock.turn(Duration.between(
                clock.instant(), ends.plusDays(30).atTime(12, 0).atZone(SOFIA).toInstant()));
        missionTime.goOn();
        missionTime.purge();
        assertThat(rosters.emergencies(officer, id)).as("the thirtieth day").hasSize(1);
        clock.turn(Duration.ofDays(1));
        missionTime.purge();

        assertThat(rosters.emergencies(officer, id)).isEmpty();
        assertThat(rosters.of(officer, delegation)).singleElement().satisfies(line -> {
            assertThat(line.content().name()).isEqualTo("Tara Traveller");
            assertThat(line.content().email()).isEmpty();
            assertThat(line.content().phone()).isEmpty();
            assertThat(line.content().needs()).isEmpty();
        });
        assertThat(jdbc.sql("""
                SELECT count(*) FROM traveller_emergency e JOIN traveller t ON t.id = e.traveller
                 WHERE t.delegation = :delegation""")
                        .param("delegation", delegation.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void whatWasGivenUpIsForgottenThirtyDaysAfterThat() {
        MissionId id = confirmed();
        DelegationId delegation = page(officer, id).delegations().getFirst().id();
        missionDesk.terminate(officer, id, version(id), "There is a strike.");
        clock.turn(Duration.ofDays(31));
        missionTime.purge();

        assertThat(rosters.of(officer, delegation))
                .allSatisfy(line -> assertThat(line.content().phone()).isEmpty());
    }

    @Test
    void aHostAcceptsByALink() {
        MissionId id = planned();
        delegation(id, client(), "");
        String email = address();
        SlotId slot = visited(id, visit(page(officer, id).line().starts(), "10:00", null, host(email)));
        itinerary.ask(officer, slot, slot(id, slot).version());
        String token = token(email, "/host");
        assertThat(itinerary.look(token).orElseThrow().delegations()).containsExactly("City of Looms");
        assertThat(slot(id, slot).host()).as("looking changes nothing").isEqualTo(HostState.ASKED);

        HostPage page = itinerary.accept(token, "Gladly.").orElseThrow();

        assertThat(page.state()).isEqualTo(HostState.ACCEPTED);
        assertThat(slot(id, slot).said()).isEqualTo("Gladly.");
        isTold(officer, "Accepted");
        itinerary.accept(token, "");
        assertThat(slot(id, slot).said()).as("pressed twice").isEqualTo("Gladly.");
        assertThat(itinerary.accept("forged", "")).isEmpty();
    }

    @Test
    void aHostMovesAndTheCoordinatorTakesTheTime() {
        MissionId id = planned();
        String email = address();
        LocalDate day = page(officer, id).line().starts();
        SlotId slot = visited(id, visit(day, "10:00", null, host(email)));
        itinerary.ask(officer, slot, slot(id, slot).version());
        String token = token(email, "/host");
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(
                        () -> itinerary.move(token, today().minusDays(1), LocalTime.of(9, 0), LocalTime.of(10, 0), ""))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("day"));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> itinerary.move(token, day, LocalTime.of(9, 0), LocalTime.of(8, 0), ""))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("ends"));
        assertThatExceptionOfType(Refused.class)
                .as("the time that is planned is no other")
                .isThrownBy(() -> itinerary.move(token, day, LocalTime.of(10, 0), LocalTime.of(11, 0), ""))
                .satisfies(refused -> assertThat(refused.key()).isEqualTo("missions.refused.same-time"));
        itinerary.move(token, day.plusDays(1), LocalTime.of(15, 0), LocalTime.of(16, 0), "We open later.");
        isTold(officer, "15:00–16:00");

        assertThat(owes(officer)).contains("missions.host:" + slot);
        assertThat(slot(id, slot).wish())
                .isEqualTo(new HostWish(day.plusDays(1), LocalTime.of(15, 0), LocalTime.of(16, 0)));
        assertThat(slot(id, slot).content().day()).as("nothing moved yet").isEqualTo(day);
        itinerary.takeMove(officer, slot, slot(id, slot).version());

        assertThat(slot(id, slot).content().day()).isEqualTo(day.plusDays(1));
        assertThat(slot(id, slot).host()).isEqualTo(HostState.ACCEPTED);
        assertThat(owes(officer)).doesNotContain("missions.host:" + slot);
        assertThat(itinerary.look(token).orElseThrow().starts()).isEqualTo(LocalTime.of(15, 0));
    }

    @Test
    void nobodyHasAcceptedWhatTheyHaveNotSeen() {
        MissionId id = planned();
        String email = address();
        LocalDate day = page(officer, id).line().starts();
        SlotContent content = visit(day, "10:00", null, host(email));
        SlotId slot = visited(id, content);
        itinerary.ask(officer, slot, slot(id, slot).version());
        String token = token(email, "/host");
        itinerary.accept(token, "");
        itinerary.put(
                officer,
                id,
                slot,
                slot(id, slot).version(),
                new SlotContent(
                        day,
                        content.starts(),
                        content.ends(),
                        SOFIA,
                        null,
                        content.place(),
                        content.purpose(),
                        Set.of(),
                        "on foot",
                        "Another note.",
                        host(email)));
        assertThat(slot(id, slot).host())
                .as("the host need not care how they come")
                .isEqualTo(HostState.ACCEPTED);
        itinerary.put(officer, id, slot, slot(id, slot).version(), visit(day, "14:00", null, host(email)));

        assertThat(slot(id, slot).host()).isEqualTo(HostState.NOT_ASKED);
        assertThat(itinerary.accept(token, "")).as("the old link").isEmpty();
    }

    @Test
    void aLinkStopsWhenTheVisitBegins() {
        MissionId id = confirmed();
        String email = address();
        SlotId slot = visited(id, visit(page(officer, id).line().starts(), "10:00", null, host(email)));
        itinerary.ask(officer, slot, slot(id, slot).version());
        String token = token(email, "/host");
        clock.turn(Duration.ofDays(22));

        assertThat(itinerary.look(token).orElseThrow().open()).isFalse();
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> itinerary.accept(token, ""));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> itinerary.ask(officer, slot, slot(id, slot).version()));
    }

    @Test
    void itIsConfirmedWithAGoalAndWithoutOpenQuestions() {
        MissionId id = planned();
        assertThatExceptionOfType(Refused.class)
                .as("nobody travels")
                .isThrownBy(() -> missionDesk.fixRoster(officer, id, version(id)));
        DelegationId delegation = delegation(id, client(), "");
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> missionDesk.fixRoster(officer, id, version(id)));
        rosters.fill(officer, delegation, List.of(traveller("Tara Traveller", null)));
        assertThatExceptionOfType(Refused.class)
                .as("the roster first")
                .isThrownBy(() -> missionDesk.confirm(officer, id, version(id)));
        missionDesk.fixRoster(officer, id, version(id));
        assertThatExceptionOfType(Refused.class)
                .as("no visit")
                .isThrownBy(() -> missionDesk.confirm(officer, id, version(id)));
        String email = address();
        SlotId slot = visited(id, visit(page(officer, id).line().starts(), "10:00", null, host(email)));
        itinerary.ask(officer, slot, slot(id, slot).version());
        assertThatExceptionOfType(Refused.class)
                .as("a host is waited for")
                .isThrownBy(() -> missionDesk.confirm(officer, id, version(id)));
        itinerary.record(officer, slot, slot(id, slot).version(), true, "By telephone.");
        missionDesk.confirm(officer, id, version(id));
        assertThat(page(officer, id).line().state()).isEqualTo(MissionState.CONFIRMED);
    }

    @Test
    void itSetsOutComesBackAndTheDebriefClockRuns() {
        MissionId id = confirmed();
        missionTime.goOn();
        assertThat(page(officer, id).line().state()).isEqualTo(MissionState.CONFIRMED);
        clock.turn(Duration.ofDays(20));
        missionTime.goOn();
        assertThat(page(officer, id).line().state()).isEqualTo(MissionState.ON_THE_ROAD);
        clock.turn(Duration.ofDays(4));
        missionTime.goOn();
        assertThat(page(officer, id).line().state()).isEqualTo(MissionState.DEBRIEF);
        assertThat(page(officer, id).followUps()).extracting(FollowUpLine::day).containsExactly(2, 7, 30, 90, 180);
        FollowUpLine debrief = page(officer, id).followUps().getFirst();
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> missionDesk.finish(officer, id, version(id)));
        projectTime.openLooks();
        assertThat(owes(officer)).doesNotContain("missions.look:" + debrief.id());
        clock.turn(Duration.ofDays(1));
        projectTime.openLooks();
        assertThat(owes(officer)).contains("missions.look:" + debrief.id());
        missionDesk.settle(officer, debrief.id(), "Two halls want to work with us.");
        missionDesk.reach(officer, id, version(id), 1, 2);
        missionDesk.finish(officer, id, version(id));

        assertThat(page(officer, id).line().state()).isEqualTo(MissionState.DONE);
        assertThat(page(officer, id).goals())
                .allSatisfy(goal -> assertThat(goal.reached()).isEqualTo(2));
        clock.turn(Duration.ofDays(5));
        projectTime.openLooks();
        assertThat(owes(officer))
                .contains(
                        "missions.look:" + page(officer, id).followUps().get(1).id());
    }

    @Test
    void aCopyHasGoalsDelegationsAndVisitsAndNobodyTravelsYet() {
        MissionId id = planned();
        DelegationId delegation = delegation(id, client(), address());
        rosters.fill(
                officer, delegation, List.of(traveller("Tara Traveller", new Emergency("Mother", "+359 88 111 111"))));
        LocalDate starts = page(officer, id).line().starts();
        SlotContent alone = visit(starts.plusDays(1), "11:00", null, host(address()));
        SlotId slot = visited(
                id,
                new SlotContent(
                        alone.day(),
                        alone.starts(),
                        alone.ends(),
                        SOFIA,
                        null,
                        "Yard",
                        "Talk",
                        Set.of(delegation),
                        "",
                        "",
                        host(address())));
        itinerary.ask(officer, slot, slot(id, slot).version());
        MissionId copy = MissionId.next();
        missionDesk.copy(second, id, copy, starts.plusDays(30));

        var page = page(officer, copy);
        assertThat(page.line().starts()).isEqualTo(starts.plusDays(30));
        assertThat(page.copiedFrom()).isEqualTo(code(id));
        assertThat(page.goals()).hasSize(1);
        assertThat(page.emergencies()).as("it is its maker's to coordinate").isFalse();
        DelegationLine copied = page.delegations().getFirst();
        assertThat(copied.travellers()).isZero();
        assertThat(page.slots()).singleElement().satisfies(line -> {
            assertThat(line.content().day()).isEqualTo(starts.plusDays(31));
            assertThat(line.host()).isEqualTo(HostState.NOT_ASKED);
            assertThat(line.content().who()).containsExactly(copied.id());
        });
    }

    @Test
    void whatIsMonthlyStandsAgainOnTheSameWeekday() {
        MissionId id = confirmed();
        missionDesk.repeat(officer, id, version(id), true);
        LocalDate starts = page(officer, id).line().starts();
        clock.turn(Duration.ofDays(20));
        missionTime.goOn();
        missionTime.goOn();

        List<MissionLine> next = missions.list(officer, MissionFilter.ALL, null, 100).missions().stream()
                .filter(line -> code(id).equals(page(officer, line.id()).copiedFrom()))
                .toList();
        assertThat(next).singleElement().satisfies(line -> {
            assertThat(line.starts()).isEqualTo(MissionCopies.nextMonth(starts));
            assertThat(line.starts().getDayOfWeek()).isEqualTo(starts.getDayOfWeek());
        });
        assertThat(MissionCopies.nextMonth(LocalDate.parse("2026-01-15")))
                .as("the third Thursday")
                .isEqualTo(LocalDate.parse("2026-02-19"));
        assertThat(MissionCopies.nextMonth(LocalDate.parse("2026-01-29")))
                .as("there is no fifth Thursday in February")
                .isEqualTo(LocalDate.parse("2026-02-26"))
                .satisfies(day -> assertThat(day.getDayOfWeek()).isEqualTo(DayOfWeek.THURSDAY));
    }

    @Test
    void thePlacesOfTheDirectorySayWhatCanHardlyBeMeant() {
        EntryId sofia = entry("Hall in Sofia", new Coordinates(42.6977, 23.3219));
        EntryId plovdiv = entry("Hall in Plovdiv", new Coordinates(42.1354, 24.7453));
        MissionId id = planned();
        delegation(id, client(), "");
        LocalDate day = page(officer, id).line().starts();
        visited(id, visit(day, "10:00", sofia, null));
        SlotId far = visited(id, visit(day, "11:30", plovdiv, null));
        SlotId outside = visited(id, visit(day.plusDays(9), "11:30", plovdiv, null));

        assertThat(page(officer, id).warnings())
                .extracting(TripWarning::kind, TripWarning::slot)
                .containsExactlyInAnyOrder(tuple(Kind.TRAVEL, far), tuple(Kind.OUTSIDE, outside));
    }

    @Test
    void nobodyGoesToAHostWhoHasDeclined() {
        EntryId sofia = entry("Hall in Sofia", new Coordinates(42.6977, 23.3219));
        EntryId plovdiv = entry("Hall in Plovdiv", new Coordinates(42.1354, 24.7453));
        MissionId id = planned();
        delegation(id, client(), "");
        LocalDate day = page(officer, id).line().starts();
        visited(id, visit(day, "10:00", sofia, null));
        SlotId far = visited(id, visit(day, "11:30", plovdiv, host(address())));
        assertThat(page(officer, id).warnings()).hasSize(1);
        itinerary.record(officer, far, slot(id, far).version(), false, "They are away.");

        assertThat(page(officer, id).warnings()).isEmpty();
    }

    @Test
    void aPassportThatEndsTooSoonIsSaid() {
        MissionId id = planned();
        DelegationId delegation = delegation(id, client(), "");
        TravellerContent tara = traveller("Tara Traveller", null);
        rosters.fill(
                officer,
                delegation,
                List.of(new TravellerContent(
                        tara.id(), tara.name(), tara.part(), "", "", "", "", "", today().plusDays(21), null)));

        assertThat(page(officer, id).warnings())
                .containsExactly(new TripWarning(Kind.DOCUMENT, null, null, 0, "Tara Traveller", delegation));
    }

    @Test
    void theBriefBookSaysEverythingThatTravellersNeedInTheirLanguage() {
        EntryId place = entry("Loom Hall", null);
        MissionId id = planned();
        DelegationId delegation = delegation(id, client(), "");
        rosters.fill(officer, delegation, List.of(traveller("Тара Ткач", null)));
        LocalDate day = page(officer, id).line().starts();
        SlotId slot = visited(id, visit(day, "10:00", place, host(address())));
        StoredFile paper = itinerary.attach(
                officer, slot, "agenda.txt", new ByteArrayInputStream("Looms.".getBytes(StandardCharsets.UTF_8)));

        String russian = text(briefs.briefBook(officer, id, delegation, Language.RU));
        assertThat(russian)
                .contains("Ткацкие станки трёх городов")
                .contains("Loom Hall")
                .contains("10:00–11:00 · See the looms")
                .contains("Принимающая сторона: Harry Host")
                .contains("Как добраться: by bus")
                .contains("Документы: agenda.txt")
                .contains("Тара Ткач · Участник")
                .contains("Where looms stand.")
                .doesNotContain("@example.org");
        assertThat(text(briefs.daySheet(officer, id, null, day, Language.BG)))
                .contains("Домакин: Harry Host")
                .doesNotContain("Тара Ткач");
        visited(id, visit(day, "10:30", null, new Host("Hugo Host", address(), "+359 2 555 0100", Language.EN)));
        assertThat(text(briefs.daySheet(officer, id, null, day, Language.EN)))
                .contains("1 traveller", "Telephone of the host: +359 2 555 0100")
                .containsPattern("30\\s+minutes\\s+overlap");
        assertThat(pages(briefs.briefBook(officer, id, null, Language.EN)))
                .as("days follow one another on a page")
                .isEqualTo(1);
        assertThat(text(briefs.daySheet(officer, id, null, day.plusDays(1), Language.EN)))
                .contains("Nothing is planned");
        assertThat(files.address(paper.id(), chair)).isNotBlank();
        assertThatThrownBy(() -> files.address(paper.id(), stranger)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> briefs.briefBook(officer, id, DelegationId.next(), Language.EN))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void aDaySheetNamesTheDayAndTheCityByWhoseClockAVisitIsMeant() {
        MissionId id = planned();
        LocalDate day = page(officer, id).line().starts();
        SlotContent here = visit(day, "10:00", null, null);
        visited(id, here);
        visited(
                id,
                new SlotContent(
                        day,
                        LocalTime.of(15, 0),
                        LocalTime.of(16, 0),
                        ZoneId.of("Europe/Belgrade"),
                        null,
                        "Bindery",
                        "See books sewn",
                        Set.of(),
                        "",
                        "",
                        null));

        assertThat(text(briefs.daySheet(officer, id, null, day, Language.RU)))
                .containsIgnoringCase(wording.weekday(day, Language.RU))
                .contains("10:00–11:00 · " + here.purpose())
                .contains("15:00–16:00 (местное время: Белград) · See books sewn");
    }

    @Test
    void everybodyReadsWhatIsShownAndWhereMissionsHaveBeen() {
        EntryId place = entry("Reached Hall", new Coordinates(42.1, 24.7));
        MissionId id = confirmed();
        visited(id, visit(page(officer, id).line().starts(), "15:00", place, null));
        assertThat(missions.open(code(id))).isEmpty();
        assertThat(missions.list(Asker.guest(), MissionFilter.ALL, null, 100).missions())
                .extracting(MissionLine::id)
                .doesNotContain(id);
        missionDesk.show(officer, id, version(id), true);

        assertThat(missions.open(code(id)).orElseThrow().places())
                .extracting(card -> card.id())
                .containsExactly(place);
        assertThat(missions.find(Asker.guest(), code(id))).isEmpty();
        assertThat(reached(place).planned()).isEqualTo(1);
        clock.turn(Duration.ofDays(20));
        missionTime.goOn();
        assertThat(reached(place).visits()).isEqualTo(1);
        int year = page(officer, id).line().starts().getYear();
        assertThat(missions.years())
                .filteredOn(one -> one.year() == year)
                .extracting(Year::missions, Year::people)
                .allSatisfy(figures -> assertThat(figures.toList()).allMatch(number -> (Integer) number >= 1));
        assertThat(calendar.between(
                        Asker.guest(), clock.instant(), clock.instant().plus(Duration.ofDays(3)), Language.RU))
                .anyMatch(event -> event.title().equals("Ткацкие станки трёх городов")
                        && String.valueOf(event.publicPath()).contains(code(id)));
        assertThat(calendar.between(
                        Asker.guest(), clock.instant(), clock.instant().plus(Duration.ofDays(3)), Language.EN))
                .noneMatch(event -> event.title().contains("See the looms"));
        assertThat(calendar.between(
                        chair,
                        clock.instant().minus(Duration.ofDays(1)),
                        clock.instant().plus(Duration.ofDays(3)),
                        Language.EN))
                .anyMatch(event -> event.title().contains("See the looms"));
    }

    @Test
    void whatIsCountedForEverybodyChangesWithWhatItIsCountedFrom() {
        EntryId place = entry("Visited Hall", new Coordinates(42.3, 24.9));
        MissionId id = planned();
        SlotId slot = visited(id, visit(page(officer, id).line().starts(), "10:00", place, host(address())));
        missionDesk.show(officer, id, version(id), true);
        assertThat(reached(place).planned()).isEqualTo(1);
        long seen = missions.version();

        itinerary.record(officer, slot, slot(id, slot).version(), false, "The hall is rebuilt.");
        assertThat(missions.reached())
                .extracting(one -> one.entry().id())
                .as("who has declined is not visited")
                .doesNotContain(place);
        assertThat(missions.version()).isGreaterThan(seen);

        int year = today().getYear();
        int before = begunIn(year);
        ProjectId project = begun();
        assertThat(begunIn(year)).isEqualTo(before + 1);
        seen = missions.version();
        met(project);
        assertThat(missions.version())
                .as("what nobody but its people reads of a project")
                .isEqualTo(seen);
    }

    private int begunIn(int year) {
        return missions.years().stream()
                .filter(one -> one.year() == year)
                .mapToInt(Year::projects)
                .sum();
    }

    private ReachedPlace reached(EntryId place) {
        return missions.reached().stream()
                .filter(one -> one.entry().id().equals(place))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void onlyThoseWhoCoordinatePlan() {
        MissionId id = planned();
        Asker administrator = person("Adam Administrator", Role.ADMINISTRATOR);
        for (Asker nobody : List.of(stranger, consultant, administrator)) {
            assertThatThrownBy(() -> missionDesk.plan(nobody, MissionId.next(), mission(today())))
                    .isInstanceOf(Forbidden.class);
            assertThatThrownBy(() -> missionDesk.terminate(nobody, id, version(id), "No."))
                    .isInstanceOfAny(Forbidden.class, NotFound.class);
            assertThatThrownBy(() -> visit(nobody, id)).isInstanceOfAny(Forbidden.class, NotFound.class);
        }
        assertThat(missions.find(administrator, code(id))).isPresent();
    }

    private void visit(Asker by, MissionId id) {
        itinerary.put(by, id, SlotId.next(), 0, visit(today(), "10:00", null, null));
    }

    @Test
    void hostileInputIsRefusedAtItsField() {
        MissionId id = planned();
        DelegationId delegation = delegation(id, null, "");
        TravellerContent tara = traveller("Tara Traveller", null);
        assertThatExceptionOfType(Refused.class)
                .as("a second header")
                .isThrownBy(() -> delegation(id, null, "a@example.org\r\nBcc: all@example.org"));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> visited(id, visit(today(), "10:00", null, host("not an address"))))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("hostEmail"));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> visited(id, visit(today(), "10:00", EntryId.next(), null)))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("place"));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> rosters.fill(officer, delegation, List.of(tara, tara)));
        List<TravellerContent> crowd = new ArrayList<>();
        IntStream.range(0, 101).forEach(at -> crowd.add(traveller("Traveller " + at, null)));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> rosters.fill(officer, delegation, crowd));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> rosters.fill(officer, delegation, List.of(traveller(" \u200b ", null))))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("travellers.0.name"));
        MissionId other = planned();
        DelegationId others = delegation(other, null, "");
        rosters.fill(officer, others, List.of(tara));
        assertThatExceptionOfType(Refused.class)
                .as("nobody takes over who travels with others")
                .isThrownBy(() -> rosters.fill(officer, delegation, List.of(tara)));
        MissionContent content = mission(today());
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> missionDesk.plan(
                        officer,
                        MissionId.next(),
                        new MissionContent(
                                content.kind(),
                                content.title(),
                                null,
                                today(),
                                today().plusDays(1),
                                SOFIA,
                                List.of(new Goal(en("None"), 0)))))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("goals.0.target"));
        assertThat(missions.open("D-2026-1%27")).isEmpty();
    }

    @Test
    void aPageAndAListTakeTheSameNumberOfStatementsHoweverLongTheyAre() {
        MissionId id = planned();
        EntryId place = entry("Counted Hall", null);
        DelegationId delegation = delegation(id, client(), "");
        rosters.fill(officer, delegation, List.of(traveller("Tara Traveller", null)));
        visited(id, visit(today().plusDays(20), "10:00", place, null));
        int page = SqlCounter.during(() -> {
                    var _ = page(officer, id);
                })
                .size();
        int list = SqlCounter.during(() -> {
                    var _ = missions.list(officer, MissionFilter.ALL, null, 1);
                })
                .size();
        int book = SqlCounter.during(() -> {
                    var _ = briefs.daySheet(officer, id, null, today(), Language.EN);
                })
                .size();
        IntStream.range(0, 6).forEach(at -> visited(id, visit(today().plusDays(20), "1" + at + ":00", place, null)));
        IntStream.range(0, 4).forEach(_ -> delegation(id, client(), ""));
        IntStream.range(0, 4).forEach(_ -> planned());

        assertThat(SqlCounter.during(() -> {
                    var _ = page(officer, id);
                }))
                .hasSize(page);
        assertThat(SqlCounter.during(() -> {
                    var _ = missions.list(officer, MissionFilter.ALL, null, 5);
                }))
                .hasSize(list);
        assertThat(SqlCounter.during(() -> {
                    var _ = briefs.daySheet(officer, id, null, today(), Language.EN);
                }))
                .hasSize(book);
    }
}
