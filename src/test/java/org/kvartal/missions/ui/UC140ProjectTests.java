package org.kvartal.missions.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Location;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.kvartal.TurnableClock;
import org.kvartal.accounts.People;
import org.kvartal.accounts.PersonCard;
import org.kvartal.accounts.Role;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.membership.Belonging;
import org.kvartal.membership.CopiedLetters;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberKind;
import org.kvartal.membership.RepresentationKind;
import org.kvartal.missions.GateVerdict;
import org.kvartal.missions.LogId;
import org.kvartal.missions.LogState;
import org.kvartal.missions.Party;
import org.kvartal.missions.ProjectDesk;
import org.kvartal.missions.ProjectDesk.NewProject;
import org.kvartal.missions.ProjectDesk.ProjectContent;
import org.kvartal.missions.ProjectId;
import org.kvartal.missions.ProjectLog;
import org.kvartal.missions.ProjectLog.LogContent;
import org.kvartal.missions.ProjectLog.LogLine;
import org.kvartal.missions.ProjectState;
import org.kvartal.missions.Projects;
import org.kvartal.missions.Projects.ProjectFilter;
import org.kvartal.missions.Projects.ProjectPage;
import org.kvartal.missions.Projects.StageLine;
import org.kvartal.missions.StageState;
import org.kvartal.missions.StageTemplate;
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

/** The office begins a project, its consultant keeps plan and log, the client stands by the log, and a coordinator decides and sees how all are. */
@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES, module = "missions")
@Import({TurnableClock.Hands.class, SqlCounter.class, FrontSeat.class, CopiedLetters.class, Belonging.class})
@ViewPackages(packages = {"org.kvartal.shell.ui", "org.kvartal.missions.ui"})
@WithMockUser
@TestInstance(Lifecycle.PER_METHOD)
class UC140ProjectTests extends SpringBrowserlessTest {

    private static final ZoneId SOFIA = ZoneId.of("Europe/Sofia");

    @Autowired
    Projects projects;

    @Autowired
    ProjectDesk desk;

    @Autowired
    ProjectLog log;

    @Autowired
    People people;

    @Autowired
    Belonging belonging;

    @Autowired
    FrontSeat seat;

    @Autowired
    TurnableClock clock;

    private Asker officer = Asker.guest();
    private Asker consultant = Asker.guest();
    private Asker chair = Asker.guest();
    private MemberCard weavers;

    @BeforeEach
    void peopleAreThere() {
        officer = Asker.of(belonging.person("Olga Officer", Role.OFFICER));
        consultant = Asker.of(belonging.person("Kira Consultant", Role.MEMBER));
        chair = Asker.of(belonging.person("Chavdar Chair", Role.MEMBER));
        weavers = belonging.member(MemberKind.ASSOCIATION, "Weavers " + Ids.next(), null);
        belonging.mandate(weavers, chair.requirePerson(), RepresentationKind.PRIMARY);
        sits(officer, Role.OFFICER);
    }

    private void sits(Asker person, Role... roles) {
        seat.take(person, Language.EN);
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        person.requirePerson().toString(),
                        "",
                        Arrays.stream(roles)
                                .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                                .toList()));
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

    private void write(String label, String text) {
        test(find(TextArea.class).withCaption(label).single()).setValue(text);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SOFIA);
    }

    private String begun(@Nullable StageTemplate template) {
        return desk.begin(
                officer,
                new NewProject(
                        ProjectId.next(),
                        new ProjectContent(
                                LocalizedText.of(Language.EN, "A school of weaving"),
                                LocalizedText.of(Language.EN, "Twenty pupils."),
                                new Party.OfMember(weavers.id()),
                                today(),
                                today().plusDays(200)),
                        null,
                        consultant.requirePerson(),
                        null,
                        template,
                        ""));
    }

    private ProjectPage read(String code) {
        return projects.find(officer, code).orElseThrow();
    }

    private LogLine newestRow(String code) {
        return log.rows(officer, read(code).line().id(), null, 1).rows().getFirst();
    }

    private void met(String code, LocalDate on) {
        log.write(
                consultant,
                read(code).line().id(),
                LogId.next(),
                new LogContent(on, 90, "", "We drew the budget.", "", "", Language.EN));
    }

    @Test
    void theOfficeBeginsAProjectInAMinute() {
        go("projects/new");
        send("Begin the project");
        assertThat(find(PartyChoice.class).single().isInvalid()).isTrue();

        write("What is it called? (English)", "Looms for schools");
        find(PartyChoice.class)
                .single()
                .setValue(new PartyChoice.Named(new Party.OfMember(weavers.id()), "Weavers", true));
        person("Consultant").setValue(people.card(consultant.requirePerson()).orElseThrow());
        test(find(TextField.class).withCaption("Their mail address").single()).setValue("not an address");
        send("Begin the project");
        assertThat(find(TextField.class)
                        .withCaption("Their mail address")
                        .single()
                        .isInvalid())
                .isTrue();
        assertThat(find(TextArea.class)
                        .withCaption("What is it called? (English)")
                        .single()
                        .getValue())
                .isEqualTo("Looms for schools");

        test(find(TextField.class).withCaption("Who confirms the meetings?").single())
                .setValue("Ada Loom");
        test(find(TextField.class).withCaption("Their mail address").single()).setValue("ada@example.org");
        send("Begin the project");

        assertThat(page()).contains("Looms for schools", "Research", "Implementation", "Kira Consultant", "Ada Loom");
    }

    @SuppressWarnings("unchecked")
    private ComboBox<PersonCard> person(String label) {
        return (ComboBox<PersonCard>) find(ComboBox.class).withCaption(label).single();
    }

    @Test
    void nobodyElseBeginsProjectsOrReadsThoseOfOthers() {
        String code = begun(null);
        Asker stranger = Asker.of(belonging.person("Sonya Stranger", Role.MEMBER));
        sits(stranger, Role.MEMBER);
        go("projects");
        assertThat(page()).contains("No projects here yet").doesNotContain(code, "New project");
        go("projects/" + code);
        assertThat(page()).doesNotContain("A school of weaving");
        try {
            go("projects/new");
            assertThat(find(Sheet.class).exists()).isFalse();
        } catch (Forbidden refused) {
            // In front of a browser the frame says it in a few words.
        }
    }

    @Test
    void aConsultantWritesAMeetingDownAndTheClientStandsByIt() {
        String code = begun(StageTemplate.PROJECT_SUPPORT);
        sits(consultant, Role.MEMBER);
        go("projects/" + code);
        press("Write down a meeting");
        find(IntegerField.class).withCaption("How many minutes?").single().setValue(0);
        send("Save");
        assertThat(find(TextArea.class)
                        .withCaption("What was it about?")
                        .single()
                        .isInvalid())
                .isTrue();
        write("What was it about?", "We drew the budget.");
        find(IntegerField.class).withCaption("How many minutes?").single().setValue(90);
        send("Save");
        assertThat(page()).contains("We drew the budget.", "1:30 h", "Waits for the client");
        assertThat(find(Button.class).withText("It was so").exists()).isFalse();

        sits(chair, Role.MEMBER);
        go("projects/" + code);
        assertThat(find(Button.class).withText("Write down a meeting").exists()).isFalse();
        press("It was otherwise");
        write("What was otherwise?", "It took an hour.");
        send("It was otherwise");
        assertThat(newestRow(code).state()).isEqualTo(LogState.DISPUTED);

        sits(consultant, Role.MEMBER);
        go("projects/" + code);
        assertThat(page()).contains("It took an hour.");
        press("Correct");
        find(IntegerField.class).withCaption("How many minutes?").single().setValue(60);
        send("Save");
        sits(chair, Role.MEMBER);
        go("projects/" + code);
        press("It was so");
        assertThat(newestRow(code).state()).isEqualTo(LogState.CONFIRMED);
        assertThat(page()).contains("1:00 h, confirmed 1:00 h");
    }

    @Test
    void aConsultantAsksAtAGateAndACoordinatorDecides() {
        String code = begun(StageTemplate.REGIONAL_STRATEGY);
        sits(consultant, Role.MEMBER);
        go("projects/" + code);
        press("Ask for the decision");
        write("A word on it", "All is asked.");
        send("Ask for the decision");
        assertThat(page()).contains("Waits for a decision", "All is asked.");
        assertThat(find(Button.class).withText("Decide").exists()).isFalse();

        sits(officer, Role.OFFICER);
        go("projects/" + code);
        press("Decide");
        send("Decide");
        @SuppressWarnings("unchecked")
        Select<GateVerdict> verdict = (Select<GateVerdict>)
                find(Select.class).withCaption("How does it go on?").single();
        assertThat(verdict.isInvalid()).isTrue();
        verdict.setValue(GateVerdict.GO);
        send("Decide");
        assertThat(read(code).stages().stream().map(StageLine::state).limit(2))
                .containsExactly(StageState.DONE, StageState.CURRENT);
    }

    private void decided(String code, GateVerdict verdict) {
        StageLine stage = read(code).stages().getFirst();
        desk.ask(consultant, stage.id(), stage.version(), "");
        desk.decide(officer, stage.id(), read(code).stages().getFirst().version(), verdict, "So be it.");
    }

    @Test
    void theClientCountersignsOrOpensTheGateAgain() {
        String code = begun(StageTemplate.REGIONAL_STRATEGY);
        decided(code, GateVerdict.GO);
        sits(consultant, Role.MEMBER);
        go("projects/" + code);
        assertThat(page())
                .contains("The client’s word is missing", "has not countersigned what was decided", "Research");
        assertThat(find(Button.class).withText("We stand by it").exists()).isFalse();
        assertThat(find(Button.class).withText("Record the client’s word").exists())
                .isFalse();

        sits(chair, Role.MEMBER);
        go("projects/" + code);
        press("We don’t agree");
        send("We don’t agree");
        assertThat(find(TextArea.class).withCaption("Why not?").single().isInvalid())
                .isTrue();
        write("Why not?", "The costs are missing.");
        send("We don’t agree");
        assertThat(page()).contains("The client doesn’t stand by it", "The costs are missing.");
        assertThat(read(code).stages().getFirst().state()).isEqualTo(StageState.CURRENT);

        decided(code, GateVerdict.GO);
        go("projects/" + code);
        press("We stand by it");
        send("We stand by it");
        assertThat(page()).contains("Countersigned by the client").doesNotContain("has not countersigned");
    }

    @Test
    void theOfficeRecordsWhatTheClientHasSaidOnPaper() {
        String code = begun(StageTemplate.REGIONAL_STRATEGY);
        decided(code, GateVerdict.STOP);
        go("projects/" + code);
        assertThat(page()).contains("has not countersigned that the project stops");
        press("Record the client’s word");
        write("How do you know? (on paper, by telephone: who, when)", "On paper, Chavdar Chair.");
        send("Record the client’s word");
        assertThat(page())
                .contains("Countersigned elsewhere", "On paper, Chavdar Chair.")
                .doesNotContain("has not countersigned");
    }

    @Test
    void aConsultantChangesThePlanAndTicksTasksOff() {
        String code = begun(null);
        sits(consultant, Role.MEMBER);
        go("projects/" + code);
        press("Add to the plan");
        write("What is it? (English)", "Ask the weavers");
        send("Save");
        Checkbox box = find(Checkbox.class).withCaption("Ask the weavers").all().getFirst();
        test(box).click();
        assertThat(read(code).stages().getFirst().items())
                .singleElement()
                .satisfies(item -> assertThat(item.doneAt()).isNotNull());

        press("Add a stage");
        write("What is the stage called? (English)", "The opening");
        send("Save");
        assertThat(page()).contains("The opening");
        press("Finish the stage");
        send("Finish the stage");
        assertThat(read(code).stages().getLast().state()).isEqualTo(StageState.CURRENT);
    }

    @Test
    void aResultIsReportedByOneAndVerifiedByAnother() {
        String code = begun(null);
        sits(consultant, Role.MEMBER);
        go("projects/" + code);
        press("Report a result");
        find(AmountField.class).withCaption("How many?").single().setValue("1,200");
        send("Save");
        assertThat(find(AmountField.class).withCaption("How many?").single().isInvalid())
                .as("twelve hundred, or one and a fifth")
                .isTrue();
        find(AmountField.class).withCaption("How many?").single().setValue("12");
        write("In words", "Twelve pupils found work.");
        test(find(TextField.class)
                        .withCaption("Where can it be seen? (web address)")
                        .single())
                .setValue("https://example.org/jobs");
        send("Save");
        assertThat(page()).contains("Twelve pupils found work.", "Reported");
        assertThat(find(Button.class).withText("Verify").exists()).isFalse();

        sits(officer, Role.OFFICER);
        go("missions/results");
        assertThat(page()).contains("Ledger of results", code, "Twelve pupils found work.", "Reported");
        go("projects/" + code);
        press("Verify");
        write("How do you know?", "I saw the contracts.");
        send("Verify");
        assertThat(page()).contains("Verified", "I saw the contracts.");
    }

    @Test
    void whoeverOverseesAllSeesWhichAreSilentAndTakesHoursAway() {
        String quiet = begun(StageTemplate.PROJECT_SUPPORT);
        String met = begun(StageTemplate.PROJECT_SUPPORT);
        clock.turn(Duration.ofDays(Projects.SILENT_DAYS + 1));
        met(met, today());
        go("projects?whose=all");
        assertThat(find(ListItem.class).withClassName("silent").all())
                .anySatisfy(row -> assertThat(row.getElement().getTextRecursively())
                        .contains(quiet, "No contact for more than 30 days", "Not met yet"))
                .noneSatisfy(
                        row -> assertThat(row.getElement().getTextRecursively()).contains(met));
        assertThat(find(Anchor.class).withClassName("button").all().stream()
                        .map(link -> link.getElement().getTextRecursively()))
                .contains("PDF", "Table (CSV)");

        go("projects?whose=all&show=silent");
        assertThat(page()).contains(quiet).doesNotContain(met);
    }

    @Test
    void aCoordinatorPausesAndGoesOn() {
        String code = begun(null);
        ProjectPage before = read(code);
        desk.hold(officer, before.line().id(), before.line().version(), "The hall burned down.");
        go("projects/" + code);
        assertThat(page()).contains("Paused", "The hall burned down.");
        assertThat(find(Button.class).withText("Write down a meeting").exists()).isFalse();
        press("Go on");
        send("Go on");
        assertThat(read(code).line().state()).isEqualTo(ProjectState.RUNNING);
    }

    @Test
    void aListTakesAConstantNumberOfQueries() {
        begun(StageTemplate.PROJECT_SUPPORT);
        int few = alone("projects?whose=all");
        for (int i = 0; i < 5; i++) {
            begun(StageTemplate.PROJECT_SUPPORT);
        }
        assertThat(alone("projects?whose=all")).isLessThanOrEqualTo(few);
    }

    @Test
    void aPageTakesAConstantNumberOfQueriesHoweverLongItsLogIs() {
        String code = begun(StageTemplate.REGIONAL_STRATEGY);
        met(code, today());
        int few = alone("projects/" + code);
        for (int i = 0; i < 8; i++) {
            met(code, today());
        }
        assertThat(alone("projects/" + code)).isLessThanOrEqualTo(few);
    }

    /** How many statements a page takes where no page that was open before is told anything meanwhile. */
    private int alone(String path) {
        go("projects/new");
        roundTrip();
        int statements = SqlCounter.during(() -> {
                    Location wanted = new Location(path);
                    UI.getCurrent().navigate(wanted.getPath(), wanted.getQueryParameters());
                })
                .size();
        UI.getCurrent().navigate("projects/new");
        return statements;
    }

    @Test
    void theListKnowsWhoseProjectsTheyAre() {
        String code = begun(null);
        go("projects");
        assertThat(page()).doesNotContain(code);
        assertThat(projects.list(officer, new ProjectFilter(Set.of(), false, false), null, 100)
                        .projects())
                .anyMatch(line -> line.code().equals(code));
        sits(consultant, Role.MEMBER);
        go("projects");
        assertThat(page()).contains(code, "A school of weaving", "Kira Consultant");
    }
}
