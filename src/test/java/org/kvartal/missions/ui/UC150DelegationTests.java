package org.kvartal.missions.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.ComboBoxBase.CustomValueSetEvent;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.router.Location;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.kvartal.TurnableClock;
import org.kvartal.accounts.Role;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.membership.Belonging;
import org.kvartal.membership.CopiedLetters;
import org.kvartal.membership.MemberKind;
import org.kvartal.missions.AgreementId;
import org.kvartal.missions.AgreementKind;
import org.kvartal.missions.AgreementState;
import org.kvartal.missions.Agreements;
import org.kvartal.missions.Agreements.AgreementContent;
import org.kvartal.missions.Agreements.NewAgreement;
import org.kvartal.missions.DelegationId;
import org.kvartal.missions.HostState;
import org.kvartal.missions.Itinerary;
import org.kvartal.missions.Itinerary.Host;
import org.kvartal.missions.Itinerary.SlotContent;
import org.kvartal.missions.MissionDesk;
import org.kvartal.missions.MissionDesk.Goal;
import org.kvartal.missions.MissionDesk.MissionContent;
import org.kvartal.missions.MissionId;
import org.kvartal.missions.MissionKind;
import org.kvartal.missions.MissionState;
import org.kvartal.missions.Missions;
import org.kvartal.missions.Missions.MissionFilter;
import org.kvartal.missions.Missions.MissionLine;
import org.kvartal.missions.Missions.MissionPage;
import org.kvartal.missions.Party;
import org.kvartal.missions.Rosters;
import org.kvartal.missions.Rosters.DelegationContent;
import org.kvartal.missions.Rosters.Emergency;
import org.kvartal.missions.Rosters.TravellerContent;
import org.kvartal.missions.SlotId;
import org.kvartal.missions.TravellerId;
import org.kvartal.missions.TravellerPart;
import org.kvartal.shell.AmountField;
import org.kvartal.shell.Sheet;
import org.kvartal.testing.FrontSeat;
import org.kvartal.testing.SqlCounter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.context.support.WithMockUser;

/** The office plans a delegation, draws its itinerary, settles it with hosts, and keeps what was agreed. */
@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES, module = "missions")
@Import({TurnableClock.Hands.class, SqlCounter.class, FrontSeat.class, CopiedLetters.class, Belonging.class})
@ViewPackages(packages = {"org.kvartal.shell.ui", "org.kvartal.missions.ui"})
@WithMockUser
@TestInstance(Lifecycle.PER_METHOD)
class UC150DelegationTests extends SpringBrowserlessTest {

    private static final Asker HOUSE = Asker.house("test");
    private static final ZoneId SOFIA = ZoneId.of("Europe/Sofia");

    @Autowired
    Missions missions;

    @Autowired
    MissionDesk desk;

    @Autowired
    Rosters rosters;

    @Autowired
    Itinerary itinerary;

    @Autowired
    Agreements agreements;

    @Autowired
    Belonging belonging;

    @Autowired
    FrontSeat seat;

    @Autowired
    TurnableClock clock;

    private Asker officer = HOUSE;

    @BeforeEach
    void anOfficerSitsDown() {
        officer = sitDown("Olga Officer", Role.OFFICER);
    }

    private Asker sitDown(String name, Role... roles) {
        Asker person = Asker.of(belonging.person(name, roles));
        seat.take(person, Language.EN);
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        person.requirePerson().toString(),
                        "",
                        Arrays.stream(roles)
                                .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                                .toList()));
        return person;
    }

    private static void go(String path) {
        UI.getCurrent().navigate("");
        Location wanted = new Location(path.replaceFirst("^/app/", ""));
        UI.getCurrent().navigate(wanted.getPath(), wanted.getQueryParameters());
    }

    private String page() {
        return find(Main.class).single().getElement().getTextRecursively();
    }

    private void press(String words) {
        test(find(Button.class).withText(words).single()).click();
    }

    private void send(String words) {
        test(find(Button.class, find(Sheet.class).single()).withText(words).single())
                .click();
    }

    private void day(String label, LocalDate day) {
        test(find(DatePicker.class).withCaption(label).single()).setValue(day);
    }

    private LocalDate first() {
        return LocalDate.ofInstant(clock.instant(), SOFIA).plusDays(20);
    }

    private static LocalizedText en(String text) {
        return LocalizedText.of(Language.EN, text);
    }

    private MissionId planned() {
        MissionId id = MissionId.next();
        desk.plan(
                officer,
                id,
                new MissionContent(
                        MissionKind.DELEGATION,
                        en("Looms of three cities " + id),
                        en("Three cities in four days."),
                        first(),
                        first().plusDays(3),
                        SOFIA,
                        List.of(new Goal(en("Agreements signed"), 2))));
        return id;
    }

    private MissionLine line(MissionId id) {
        return missions.list(HOUSE, MissionFilter.ALL, null, 500).missions().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private MissionPage read(MissionId id) {
        return missions.find(HOUSE, line(id).code()).orElseThrow();
    }

    private void open(MissionId id) {
        go("missions/" + line(id).code());
    }

    private SlotId visit(MissionId mission, String purpose, String starts, @Nullable Host host) {
        SlotId id = SlotId.next();
        LocalTime from = LocalTime.parse(starts);
        itinerary.put(
                officer,
                mission,
                id,
                0,
                new SlotContent(
                        first(), from, from.plusHours(1), SOFIA, null, "Old hall", purpose, Set.of(), "", "", host));
        return id;
    }

    private DelegationId delegation(MissionId mission, @Nullable Emergency emergency) {
        DelegationId id = DelegationId.next();
        rosters.put(officer, mission, id, new DelegationContent("City of Looms", null, "Hana Head", "", Language.EN));
        rosters.fill(
                officer,
                id,
                List.of(new TravellerContent(
                        TravellerId.next(),
                        "Tonya Traveller",
                        TravellerPart.HEAD,
                        "weaver",
                        "",
                        "",
                        "en",
                        "",
                        null,
                        emergency)));
        return id;
    }

    @Test
    void aMissionIsPlannedInAMinuteAndWhatWasTypedStaysWhereADayIsWrong() {
        go("missions/new");
        send("Plan the mission");
        assertThat(find(TextArea.class)
                        .withCaption("What is it called? (English)")
                        .single()
                        .isInvalid())
                .isTrue();
        test(find(TextArea.class).withCaption("What is it called? (English)").single())
                .setValue("Hats of the north");
        day("First day", first());
        day("Last day", first().minusDays(1));
        send("Plan the mission");
        assertThat(find(DatePicker.class).withCaption("Last day").single().getErrorMessage())
                .isEqualTo("The end lies before the beginning.");
        assertThat(find(TextArea.class)
                        .withCaption("What is it called? (English)")
                        .single()
                        .getValue())
                .isEqualTo("Hats of the north");
        day("Last day", first().plusDays(1));
        send("Plan the mission");

        assertThat(page()).contains("Hats of the north", "Planning", "No visits yet", "No delegations yet");
    }

    @Test
    void oneIsPlannedLikeAnEarlierOne() {
        MissionId earlier = planned();
        visit(earlier, "See the looms", "10:00", null);
        go("missions/new");
        press("Like an earlier one");
        day("First day", first().plusDays(28));
        send("Plan the mission");

        assertThat(page()).contains("See the looms", "Like " + line(earlier).code());
    }

    @Test
    void aVisitIsPutInAndMovedByTheKeyboard() {
        MissionId id = planned();
        open(id);
        press("Add a visit");
        send("Save");
        assertThat(find(TextField.class).withCaption("What for?").single().isInvalid())
                .isTrue();
        test(find(TextField.class).withCaption("What for?").single()).setValue("See the looms");
        test(find(TimePicker.class).withCaption("From").single()).setValue(LocalTime.of(10, 0));
        test(find(TextField.class).withCaption("Place in words").single()).setValue("Old hall");
        send("Save");
        assertThat(page()).contains("See the looms", "10:00–11:00", "Old hall");

        test(find(Button.class)
                        .withAttribute("aria-label", "+15 min, a quarter of an hour later: See the looms")
                        .single())
                .click();
        assertThat(page()).contains("10:15–11:15");
    }

    @Test
    void whatCanHardlyBeMeantIsSaidAtTheVisit() {
        MissionId id = planned();
        visit(id, "See the looms", "10:00", null);
        visit(id, "Talk at the mill", "10:30", null);
        open(id);

        assertThat(page())
                .contains(
                        "The same people are expected at two places at once: 30 minutes overlap (“See the looms”, 10:00–11:00)");
    }

    @Test
    void aHostWhoWasAskedIsNotMovedUnasked() {
        MissionId id = planned();
        SlotId slot = visit(id, "See the looms", "10:00", new Host("Hall", "hall@example.org", Language.EN));
        open(id);
        press("Ask the host");
        send("Ask the host");
        assertThat(read(id).slots().getFirst().host()).isEqualTo(HostState.ASKED);
        assertThat(page()).contains("Waits for an answer");

        test(find(Button.class)
                        .withAttribute("aria-label", "−15 min, a quarter of an hour earlier: See the looms")
                        .single())
                .click();
        assertThat(page()).contains("has to be asked anew");
        send("Move the visit");
        assertThat(read(id).slots()).singleElement().satisfies(one -> {
            assertThat(one.id()).isEqualTo(slot);
            assertThat(one.content().starts()).isEqualTo(LocalTime.of(9, 45));
            assertThat(one.host()).isEqualTo(HostState.NOT_ASKED);
        });
    }

    @Test
    void oneSeesThatAHeadWasNotWrittenToAndSendsTheLink() {
        MissionId id = planned();
        DelegationId delegation = DelegationId.next();
        rosters.put(
                officer,
                id,
                delegation,
                new DelegationContent("City of Looms", null, "Hana Head", "hana@example.org", Language.EN));
        open(id);
        assertThat(page()).contains("Nobody named yet", "The head has not been written to yet");
        press("Send the link");
        send("Send the link");

        assertThat(page()).contains("Link sent:").doesNotContain("has not been written to");
        assertThat(find(Button.class).withText("Send the link").exists())
                .as("again from the menu only")
                .isFalse();
    }

    @Test
    void whoTravelsIsSettledAndTheMissionConfirmed() {
        MissionId id = planned();
        open(id);
        press("Close the list of travellers");
        send("Close the list of travellers");
        assertThat(page()).contains("Each delegation needs at least one person.");
        delegation(id, null);
        visit(id, "See the looms", "10:00", null);
        open(id);
        press("Close the list of travellers");
        send("Close the list of travellers");
        press("Confirm the mission");
        send("Confirm the mission");

        assertThat(line(id).state()).isEqualTo(MissionState.CONFIRMED);
        assertThat(page()).contains("Confirmed", "1 traveller", "Travellers’ handbook (PDF)", "Day sheet (PDF)");
    }

    @Test
    void whatCameOfAMissionIsReportedOnceItIsOnTheRoad() {
        MissionId id = planned();
        delegation(id, null);
        visit(id, "See the looms", "10:00", null);
        desk.fixRoster(officer, id, line(id).version());
        desk.confirm(officer, id, line(id).version());
        open(id);
        assertThat(page()).doesNotContain("Report a result");
        desk.setOut(officer, id, line(id).version());
        open(id);
        press("Report a result");
        test(find(TextArea.class).withCaption("In words").single()).setValue("Three apprentices.");
        test(find(TextField.class)
                        .withCaption("Where can it be seen? (web address)")
                        .single())
                .setValue("example.org/apprentices");
        find(AmountField.class).single().setValue("3");
        send("Save");

        assertThat(page()).contains("Three apprentices.", "Reported");
        assertThat(find(Button.class).withText("Verify").exists()).isFalse();
    }

    @Test
    void onlyItsCoordinatorSeesWhomToCall() {
        MissionId id = planned();
        delegation(id, new Emergency("Mother of Tonya", "+359 2 999 999"));
        open(id);
        assertThat(page()).doesNotContain("+359 2 999 999");
        press("Names");
        assertThat(page()).contains("Tonya Traveller").doesNotContain("+359 2 999 999");
        press("Show whom to call");
        assertThat(page()).contains("Mother of Tonya", "+359 2 999 999");

        sitDown("Sava Second", Role.OFFICER);
        open(id);
        assertThat(page()).contains("City of Looms").doesNotContain("In an emergency");
        assertThat(find(Button.class).withText("Show whom to call").exists()).isFalse();
    }

    @Test
    void othersSeeOnlyWhatIsPublic() {
        MissionId id = planned();
        delegation(id, null);
        visit(id, "See the looms", "10:00", new Host("Hall", "hall@example.org", Language.EN));
        desk.show(officer, id, line(id).version(), true);
        sitDown("Mila Member", Role.MEMBER);
        go("missions");
        assertThat(page()).contains("Looms of three cities " + id);
        assertThat(find(Button.class).withText("New mission").exists()).isFalse();
        open(id);

        assertThat(page())
                .contains("Looms of three cities " + id, "Three cities in four days.")
                .doesNotContain("Tonya Traveller", "City of Looms", "See the looms", "hall@example.org");
        assertThat(find(Button.class).withText("Add a visit").exists()).isFalse();
    }

    @Test
    void anAgreementIsEnteredSignedAndInForce() {
        AgreementId id = AgreementId.next();
        String code = agreements.enter(
                officer,
                new NewAgreement(
                        id,
                        new AgreementContent(
                                AgreementKind.MOU,
                                en("Memorandum of looms"),
                                null,
                                List.of(new Party.Named("City of Looms"), new Party.Named("Hub of Hats")),
                                null,
                                null),
                        null,
                        null,
                        null));
        go("missions/agreements/" + code);
        assertThat(page()).contains("Memorandum of looms", "Draft", "Put in the file first");
        agreements.file(
                officer, id, "memorandum.txt", new ByteArrayInputStream("We agree.".getBytes(StandardCharsets.UTF_8)));
        for (int party = 0; party < 2; party++) {
            go("missions/agreements/" + code);
            test(find(Button.class).withText("Record the signature").all().getFirst())
                    .click();
            test(find(TextField.class).withCaption("Who has signed?").single()).setValue("Mayor Mara");
            send("Save");
        }

        assertThat(page()).contains("In force", "Mayor Mara", "SHA-256");
        assertThat(agreements.find(officer, code).orElseThrow().line().state()).isEqualTo(AgreementState.IN_FORCE);
        go("missions/agreements");
        assertThat(page()).contains("City of Looms – Hub of Hats");
    }

    @Test
    void aNameThatIsNotInTheDirectoryIsSaidAndWhoMayBeMeantIsOffered() {
        String mark = "Typesetters " + Ids.next();
        String member = belonging
                .member(MemberKind.ASSOCIATION, mark + " of Sofia", null)
                .name()
                .in(Language.EN);
        go("missions/agreements/new");
        PartyChoice party = find(PartyChoice.class).withCaption("Party 1").single();
        ComponentUtil.fireEvent(party, new CustomValueSetEvent<ComboBox<PartyChoice.Named>>(party, true, mark));
        assertThat(page()).contains("“" + mark + "” is neither a member nor in the directory");

        press("Choose " + member + " (member)");
        assertThat(party.party()).isInstanceOf(Party.OfMember.class);
        assertThat(page()).doesNotContain("neither a member");

        ComponentUtil.fireEvent(
                party,
                new CustomValueSetEvent<ComboBox<PartyChoice.Named>>(party, true, member.toUpperCase(Locale.ROOT)));
        assertThat(party.party()).as("called exactly so").isInstanceOf(Party.OfMember.class);
    }

    @Test
    void anAgreementHasTwoParties() {
        go("missions/agreements/new");
        test(find(TextArea.class).withCaption("What is it called? (English)").single())
                .setValue("Memorandum of one");
        send("Enter the agreement");

        assertThat(find(PartyChoice.class).withCaption("Party 1").single().getErrorMessage())
                .isEqualTo("Two parties or more are needed, each once.");
    }

    @Test
    void aPageOfManyVisitsAsksNoMoreThanOneOfFew() {
        MissionId few = planned();
        visit(few, "See the looms", "10:00", null);
        delegation(few, null);
        MissionId many = planned();
        for (int hour = 8; hour < 20; hour++) {
            visit(many, "See the looms", "%02d:00".formatted(hour), null);
        }
        for (int i = 0; i < 5; i++) {
            delegation(many, null);
        }
        open(few);
        int ofFew = SqlCounter.during(() -> open(few)).size();
        int ofMany = SqlCounter.during(() -> open(many)).size();

        assertThat(ofMany).isEqualTo(ofFew);
    }
}
