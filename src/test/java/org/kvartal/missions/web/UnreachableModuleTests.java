package org.kvartal.missions.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.Component;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.kvartal.TurnableClock;
import org.kvartal.accounts.Arrivals;
import org.kvartal.accounts.Grant;
import org.kvartal.accounts.Grants;
import org.kvartal.accounts.Role;
import org.kvartal.accounts.Scope;
import org.kvartal.accounts.web.Browser;
import org.kvartal.calendar.Calendar;
import org.kvartal.calendar.CalendarPages;
import org.kvartal.calendar.Subscriptions;
import org.kvartal.files.FilePages;
import org.kvartal.files.Files;
import org.kvartal.files.StoredFile;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Reader;
import org.kvartal.membership.Belonging;
import org.kvartal.membership.CopiedLetters;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberKind;
import org.kvartal.membership.RepresentationKind;
import org.kvartal.missions.BriefBooks;
import org.kvartal.missions.DelegationId;
import org.kvartal.missions.GateVerdict;
import org.kvartal.missions.Itinerary;
import org.kvartal.missions.Itinerary.SlotContent;
import org.kvartal.missions.LogId;
import org.kvartal.missions.MissionDesk;
import org.kvartal.missions.MissionDesk.MissionContent;
import org.kvartal.missions.MissionId;
import org.kvartal.missions.MissionKind;
import org.kvartal.missions.Missions;
import org.kvartal.missions.Missions.MissionFilter;
import org.kvartal.missions.Party;
import org.kvartal.missions.PlanItemId;
import org.kvartal.missions.PlanItemKind;
import org.kvartal.missions.ProjectDesk;
import org.kvartal.missions.ProjectDesk.Contact;
import org.kvartal.missions.ProjectDesk.NewProject;
import org.kvartal.missions.ProjectDesk.PlanItemContent;
import org.kvartal.missions.ProjectDesk.ProjectContent;
import org.kvartal.missions.ProjectDesk.StageContent;
import org.kvartal.missions.ProjectId;
import org.kvartal.missions.ProjectLog;
import org.kvartal.missions.ProjectLog.LogContent;
import org.kvartal.missions.Projects;
import org.kvartal.missions.Projects.ProjectFilter;
import org.kvartal.missions.Projects.StageLine;
import org.kvartal.missions.ResultId;
import org.kvartal.missions.ResultKind;
import org.kvartal.missions.Results;
import org.kvartal.missions.Results.Claim;
import org.kvartal.missions.Results.ResultContent;
import org.kvartal.missions.Rosters;
import org.kvartal.missions.Rosters.DelegationContent;
import org.kvartal.missions.Rosters.Emergency;
import org.kvartal.missions.Rosters.TravellerContent;
import org.kvartal.missions.SlotId;
import org.kvartal.missions.StageId;
import org.kvartal.missions.StageTemplate;
import org.kvartal.missions.TravellerId;
import org.kvartal.missions.TravellerPart;
import org.kvartal.notifications.Inbox;
import org.kvartal.shell.HomeCard;
import org.kvartal.tasks.Tasks;
import org.kvartal.trace.Trace;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.json.JsonMapper;

/**
 * What stands in a roster, and in the project of another consultant, is reached through no door of the house by whom it does not concern. Each door is tried by somebody who may, too:
 * a door that nobody can open would prove nothing. All words of the project are of velvet, and all of the roster of Quilla.
 */
@TestInstance(Lifecycle.PER_METHOD)
@ApplicationModuleTest(
        mode = BootstrapMode.ALL_DEPENDENCIES,
        module = "missions",
        webEnvironment = WebEnvironment.RANDOM_PORT)
@TestPropertySource(properties = "vaadin.productionMode=true")
@Import({TurnableClock.Hands.class, CopiedLetters.class, Belonging.class})
class UnreachableModuleTests {

    private static final ZoneId SOFIA = ZoneId.of("Europe/Sofia");
    private static final Asker HOUSE = Asker.house("test");
    private static final String PASSWORD = "three blue doors";
    private static final List<String> OF_PROJECT = List.of("velvet");
    private static final List<String> OF_ROSTER = List.of("quilla", "717171", "2041-04-05", "april 2041");
    private static final List<String> WHOM_TO_CALL = List.of("727272", "mother of");

    @LocalServerPort
    int port;

    @Autowired
    Projects projects;

    @Autowired
    ProjectDesk projectDesk;

    @Autowired
    ProjectLog log;

    @Autowired
    Missions missions;

    @Autowired
    MissionDesk desk;

    @Autowired
    Itinerary itinerary;

    @Autowired
    Rosters rosters;

    @Autowired
    BriefBooks briefs;

    @Autowired
    Results results;

    @Autowired
    Files files;

    @Autowired
    Trace trace;

    @Autowired
    Calendar calendar;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    Inbox inbox;

    @Autowired
    Tasks tasks;

    @Autowired
    List<HomeCard> cards;

    @Autowired
    Arrivals arrivals;

    @Autowired
    Grants grants;

    @Autowired
    Belonging belonging;

    @Autowired
    TurnableClock clock;

    @Autowired
    JdbcClient jdbc;

    private final Map<Asker, Browser> browsers = new HashMap<>();
    private final Map<String, Asker> others = new LinkedHashMap<>();
    private Asker officer;
    private Asker consultant;
    private Asker chair;
    private Asker neighbour;
    private MemberCard weavers;

    @BeforeEach
    void peopleAreThere() {
        officer = person("Olga Officer", Role.OFFICER);
        consultant = person("Kira Consultant", Role.MEMBER);
        chair = person("Chavdar Chair", Role.MEMBER);
        neighbour = person("Nadia Neighbour", Role.MEMBER);
        weavers = belonging.member(MemberKind.ASSOCIATION, "Weavers " + Ids.next(), null);
        belonging.mandate(weavers, chair.requirePerson(), RepresentationKind.PRIMARY);
        others.put("a visitor", Asker.guest());
        others.put("a member", person("Mila Member", Role.MEMBER));
        others.put("a facilitator", person("Fila Facilitator", Role.MEMBER, Role.FACILITATOR));
        others.put("who represents another association", neighbour);
    }

    // What is not for others.

    private record Project(
            ProjectId id,
            String code,
            LogId row,
            StageId stage,
            PlanItemId task,
            PlanItemId page,
            StoredFile paper,
            ResultId result) {}

    private Project project() {
        ProjectId id = ProjectId.next();
        String code = projectDesk.begin(
                officer,
                new NewProject(
                        id,
                        new ProjectContent(
                                en("Velvet academy"),
                                en("Twenty pupils in velvet."),
                                new Party.OfMember(weavers.id()),
                                today(),
                                today().plusDays(200)),
                        new Contact("Vera Velvet", "velvet-" + Ids.next() + "@example.org", Language.EN),
                        consultant.requirePerson(),
                        null,
                        StageTemplate.REGIONAL_STRATEGY,
                        ""));
        StageLine stage = projects.find(officer, code).orElseThrow().stages().getFirst();
        PlanItemId task = PlanItemId.next();
        projectDesk.plan(
                consultant,
                stage.id(),
                task,
                new PlanItemContent(PlanItemKind.TASK, en("Order velvet"), today().plusDays(3), false));
        PlanItemId page = PlanItemId.next();
        projectDesk.plan(
                consultant,
                stage.id(),
                page,
                new PlanItemContent(PlanItemKind.DELIVERABLE, en("A page on velvet"), null, false));
        LogId row = LogId.next();
        log.write(
                consultant,
                id,
                row,
                new LogContent(today(), 90, "Vera", "The velvet budget.", "Velvet it is.", "", Language.EN));
        StoredFile paper = projectDesk.attach(consultant, id, "Prices of velvet", "velvet.txt", words("velvet"));
        ResultId result = results.report(
                consultant, new Claim.OfProject(id), jobs("Velvet weavers were taken on."), ResultId.next());
        return new Project(id, code, row, stage.id(), task, page, paper, result);
    }

    private record Mission(MissionId id, String code, DelegationId delegation, DelegationId other) {}

    /** With the association of the chair, and another one. */
    private Mission mission() {
        MissionId id = MissionId.next();
        String code = desk.plan(
                officer,
                id,
                new MissionContent(
                        MissionKind.DELEGATION, en("Looms of three cities"), null, first(), first(), SOFIA, List.of()));
        DelegationId delegation = DelegationId.next();
        rosters.put(
                officer,
                id,
                delegation,
                new DelegationContent(
                        "City of Looms",
                        new Party.OfMember(weavers.id()),
                        "Hana Head",
                        "hana@example.org",
                        Language.EN));
        rosters.fill(
                officer,
                delegation,
                List.of(new TravellerContent(
                        TravellerId.next(),
                        "Quilla Quick",
                        TravellerPart.DELEGATE,
                        "quilla of looms",
                        "quilla@example.org",
                        "+359 2 717171",
                        "en",
                        "no nuts for Quilla",
                        LocalDate.parse("2041-04-05"),
                        new Emergency("Mother of Tonya", "+359 88 727272"))));
        MemberCard potters = belonging.member(MemberKind.ASSOCIATION, "Potters " + Ids.next(), null);
        belonging.mandate(potters, neighbour.requirePerson(), RepresentationKind.PRIMARY);
        DelegationId other = DelegationId.next();
        rosters.put(
                officer,
                id,
                other,
                new DelegationContent("Potters", new Party.OfMember(potters.id()), "", "", Language.EN));
        itinerary.put(
                officer,
                id,
                SlotId.next(),
                0,
                new SlotContent(
                        first(),
                        LocalTime.of(10, 0),
                        LocalTime.of(11, 0),
                        SOFIA,
                        null,
                        "Old hall",
                        "See the looms",
                        Set.of(),
                        "",
                        "",
                        null));
        return new Mission(id, code, delegation, other);
    }

    // The doors.

    /**
     * A way to reach something: all that somebody reads behind it.
     *
     * @param control somebody who finds it there
     */
    private record Door(Asker control, Function<Asker, Object> open) {}

    private void opensForNobodyElse(Map<String, Door> doors, Map<String, Asker> nobody, List<String> words) {
        doors.forEach((name, door) -> {
            assertThat(words)
                    .as("%s: found by whom it concerns", name)
                    .anyMatch(word -> read(door, door.control()).contains(word));
            nobody.forEach((who, asker) -> assertThat(read(door, asker))
                    .as("%s: what %s finds there", name, who)
                    .doesNotContain(words));
        });
    }

    private static String read(Door door, Asker asker) {
        try {
            Object found = door.open().apply(asker);
            // As data: the texts of records hide what must not stand in logs.
            String all =
                    found instanceof String text ? text : JsonMapper.shared().writeValueAsString(found);
            return all.toLowerCase(Locale.ROOT);
        } catch (NotFound | Forbidden closed) {
            return "";
        }
    }

    /** The doors that the whole house has in common. */
    private void common(Map<String, Door> doors, Asker control) {
        doors.put("the calendar", new Door(control, by -> calendar.between(by, from(), until(), Language.EN)));
        doors.put("the calendar's own feed", new Door(control, this::feed));
    }

    private void refusesEverybodyElse(Map<String, Consumer<Asker>> acts, Map<String, Asker> nobody) {
        acts.forEach((name, act) -> nobody.forEach((who, asker) -> assertThatThrownBy(() -> act.accept(asker))
                .as("%s: %s", name, who)
                .isInstanceOfAny(NotFound.class, Forbidden.class)));
    }

    @Test
    void aProjectOfAnotherConsultantIsReachedThroughNoDoor() {
        Project project = project();
        Asker another = person("Other Consultant", Role.MEMBER);
        others.put("another consultant", another);
        ofTheirOwn(another);
        Map<String, Door> doors = new LinkedHashMap<>();
        common(doors, consultant);
        doors.put("its page", new Door(consultant, by -> projects.find(by, project.code())));
        doors.put("the list", new Door(chair, by -> projects.list(by, ProjectFilter.ALL, null, 100)));
        doors.put(
                "the list of one's own",
                new Door(consultant, by -> projects.list(by, new ProjectFilter(Set.of(), true, false), null, 100)));
        doors.put("its diary", new Door(chair, by -> log.rows(by, project.id(), null, 100)));
        doors.put("its results", new Door(chair, by -> results.of(by, new Claim.OfProject(project.id()))));
        doors.put("the ledger of results", new Door(officer, by -> results.list(by, null, 100)));
        doors.put("its trail", new Door(chair, by -> trace.walk(by, project.id().traced(), Language.EN)));
        doors.put(
                "the trail of a result",
                new Door(chair, by -> trace.walk(by, project.result().traced(), Language.EN)));
        doors.put(
                "hours as a table",
                new Door(
                        officer,
                        by -> new String(
                                projects.hoursTable(by, today(), today(), Language.EN), StandardCharsets.UTF_8)));
        doors.put(
                "hours on paper",
                new Door(officer, by -> text(projects.hoursSheet(by, today(), today(), Language.EN))));
        doors.put(
                "the address of a paper",
                new Door(chair, by -> files.address(project.paper().id(), by) + " velvet"));
        doors.put(
                "the addresses of papers",
                new Door(
                        chair,
                        by -> files.addresses(Set.of(project.paper().id()), by).isEmpty() ? "" : "velvet"));
        doors.put(
                "the file itself",
                new Door(
                        chair,
                        by -> browser(by)
                                .get(FilePages.file(project.paper().id()))
                                .body()));
        doors.put("the card on Today", new Door(consultant, by -> today(by)));
        opensForNobodyElse(doors, others, OF_PROJECT);
        others.put("the client", chair);
        others.put("the consultant", consultant);
        Map<String, Door> notForConsultants = new LinkedHashMap<>();
        for (String name : List.of("hours as a table", "hours on paper", "the ledger of results")) {
            notForConsultants.put(name, doors.get(name));
        }
        opensForNobodyElse(notForConsultants, others, OF_PROJECT);
    }

    @Test
    void whatIsToldOfAProjectIsToldToItsPeopleAlone() {
        Project project = project();
        others.put("another consultant", person("Other Consultant", Role.MEMBER));
        Function<Asker, Object> told = by -> inbox.newest(by, Language.EN, null, 100);
        Function<Asker, Object> owed = by -> tasks.owed(by, 500);
        String code = project.code().toLowerCase(Locale.ROOT);
        for (Asker concerned : List.of(consultant, chair)) {
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(read(new Door(concerned, told), concerned))
                            .contains(code));
        }
        log.dispute(chair, project.row(), "It was of silk.");
        opensForNobodyElse(
                Map.of(
                        "notices", new Door(consultant, told),
                        "tasks", new Door(consultant, owed)),
                others,
                List.of(code));
    }

    @Test
    void nobodyElseChangesAnythingOfAProject() {
        Project project = project();
        others.put("another consultant", person("Other Consultant", Role.MEMBER));
        PersonId own = others.get("another consultant").requirePerson();
        ProjectId id = project.id();
        StageLine stage =
                projects.find(officer, project.code()).orElseThrow().stages().getFirst();
        long version =
                projects.find(officer, project.code()).orElseThrow().line().version();
        LogContent words = new LogContent(today(), 1, "", "Mine.", "", "", Language.EN);
        Map<String, Consumer<Asker>> acts = new LinkedHashMap<>();
        acts.put(
                "change it",
                by -> projectDesk.change(
                        by,
                        id,
                        version,
                        new ProjectContent(en("Mine"), null, new Party.OfMember(weavers.id()), today(), today())));
        acts.put("reach it", by -> projectDesk.reach(by, id, version, null));
        acts.put("staff it", by -> projectDesk.staff(by, id, version, own, own));
        acts.put(
                "add a stage",
                by -> projectDesk.addStage(by, id, StageId.next(), new StageContent(en("Mine"), today(), false)));
        acts.put(
                "change a stage",
                by -> projectDesk.changeStage(
                        by, stage.id(), stage.version(), new StageContent(en("Mine"), today(), false)));
        acts.put("move a stage", by -> projectDesk.moveStage(by, stage.id(), 2));
        acts.put("drop a stage", by -> projectDesk.dropStage(by, stage.id()));
        acts.put(
                "plan",
                by -> projectDesk.plan(
                        by,
                        stage.id(),
                        PlanItemId.next(),
                        new PlanItemContent(PlanItemKind.TASK, en("Mine"), null, false)));
        acts.put("drop an item", by -> projectDesk.drop(by, project.task()));
        acts.put("tick a task", by -> projectDesk.tick(by, project.task(), true));
        acts.put("deliver", by -> projectDesk.deliver(by, project.page(), "mine.txt", words("mine")));
        acts.put("point", by -> projectDesk.point(by, project.page(), "example.org"));
        acts.put("ask at a gate", by -> projectDesk.ask(by, stage.id(), stage.version(), ""));
        acts.put("decide", by -> projectDesk.decide(by, stage.id(), stage.version(), GateVerdict.GO, ""));
        acts.put("finish a stage", by -> projectDesk.finish(by, stage.id(), stage.version()));
        acts.put("hold it", by -> projectDesk.hold(by, id, version, "Mine."));
        acts.put("end it", by -> projectDesk.terminate(by, id, version, "Mine."));
        acts.put("attach", by -> projectDesk.attach(by, id, "", "mine.txt", words("mine")));
        acts.put("remove", by -> projectDesk.remove(by, id, project.paper().id()));
        acts.put("write", by -> log.write(by, id, LogId.next(), words));
        acts.put("reword", by -> log.reword(by, project.row(), 0, words));
        acts.put("ask about a row", by -> log.ask(by, project.row()));
        acts.put("confirm a row", by -> log.confirm(by, project.row()));
        acts.put("dispute a row", by -> log.dispute(by, project.row(), "Mine."));
        acts.put("report", by -> results.report(by, new Claim.OfProject(id), jobs("Mine."), ResultId.next()));
        acts.put("claim", by -> results.join(by, project.result(), new Claim.OfProject(id)));
        acts.put("verify", by -> results.verify(by, project.result(), 0, "Mine."));
        String before = all(project);
        refusesEverybodyElse(acts, others);
        assertThat(all(project)).as("nothing of it has changed").isEqualTo(before);
    }

    private String all(Project project) {
        return JsonMapper.shared()
                .writeValueAsString(List.of(
                        projects.find(officer, project.code()).orElseThrow(),
                        log.rows(officer, project.id(), null, 100),
                        results.of(officer, new Claim.OfProject(project.id()))));
    }

    /** A result that two projects claim says to each of them no more than their own code. */
    @Test
    void aResultThatIsClaimedTwiceDoesNotNameTheProjectOfOthers() {
        Project project = project();
        Asker another = person("Other Consultant", Role.MEMBER);
        ProjectId theirs = ofTheirOwn(another);
        results.join(officer, project.result(), new Claim.OfProject(theirs));

        assertThat(results.of(officer, new Claim.OfProject(theirs)).getFirst().claims())
                .hasSize(2);
        assertThat(results.of(another, new Claim.OfProject(theirs)).getFirst().claims())
                .hasSize(1)
                .doesNotContain(project.code());
    }

    @Test
    void aRosterIsReachedThroughNoDoorByWhomItDoesNotConcern() {
        Mission mission = mission();
        others.put("a consultant", consultant);
        DelegationId of = mission.delegation();
        Map<String, Door> doors = new LinkedHashMap<>();
        doors.put("the roster", new Door(chair, by -> rosters.of(by, of)));
        doors.put("the brief book", new Door(chair, by -> text(briefs.briefBook(by, mission.id(), null, Language.EN))));
        doors.put(
                "the brief book of the delegation",
                new Door(chair, by -> text(briefs.briefBook(by, mission.id(), of, Language.EN))));
        opensForNobodyElse(doors, others, OF_ROSTER);

        List<String> all = concat(OF_ROSTER, WHOM_TO_CALL);
        Map<String, Function<Asker, Object>> never = new LinkedHashMap<>();
        never.put("the page", by -> missions.find(by, mission.code()));
        never.put("the list", by -> missions.list(by, MissionFilter.ALL, null, 100));
        never.put("a day sheet", by -> text(briefs.daySheet(by, mission.id(), of, first(), Language.EN)));
        never.put("the calendar", by -> calendar.between(by, from(), until(), Language.EN));
        never.put("the calendar's own feed", this::feed);
        never.put("the trail", by -> trace.walk(by, mission.id().traced(), Language.EN));
        never.put("notices", by -> inbox.newest(by, Language.EN, null, 100));
        never.put("tasks", by -> tasks.owed(by, 500));
        never.put("Today", this::today);
        others.put("who represents it", chair);
        others.put("an officer who does not coordinate it", person("Sava Second", Role.OFFICER));
        others.put("an administrator", person("Adam Administrator", Role.ADMINISTRATOR));
        never.forEach((name, open) -> others.forEach((who, asker) -> assertThat(read(new Door(asker, open), asker))
                .as("%s: what %s finds there", name, who)
                .doesNotContain(all)));
        opensForNobodyElse(
                Map.of("whom to call", new Door(officer, by -> rosters.emergencies(by, mission.id()))),
                others,
                WHOM_TO_CALL);
        doors.values().forEach(door -> assertThat(read(door, officer)).doesNotContain(WHOM_TO_CALL));
        desk.handOver(
                officer,
                mission.id(),
                version(mission),
                person("Tanya Third", Role.OFFICER).requirePerson());
        assertThatThrownBy(() -> rosters.emergencies(officer, mission.id())).isInstanceOf(Forbidden.class);
    }

    @Test
    void whomToCallAndDocumentsStandInOneTableEach() {
        mission();
        assertThat(tablesWith("727272")).containsExactly("traveller_emergency");
        assertThat(tablesWith("2041-04-05")).containsExactly("traveller");
        assertThat(tablesWith("717171")).containsExactly("traveller");
    }

    /** Of all that the house keeps: rows, letters, notices, facts on their way, the trail. */
    private List<String> tablesWith(String text) {
        return jdbc
                .sql(
                        "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1")
                .query((row, _) -> row.getString(1))
                .list()
                .stream()
                .filter(table -> jdbc.sql("SELECT EXISTS (SELECT FROM \"" + table + "\" t WHERE t::text LIKE :text)")
                        .param("text", "%" + text + "%")
                        .query(Boolean.class)
                        .single())
                .toList();
    }

    @Test
    void nobodyElseChangesARoster() {
        Mission mission = mission();
        others.put("a consultant", consultant);
        others.put("an administrator", person("Adam Administrator", Role.ADMINISTRATOR));
        DelegationContent mine = new DelegationContent("Mine", null, "", "mine@example.org", Language.EN);
        Map<String, Consumer<Asker>> acts = new LinkedHashMap<>();
        acts.put("change the delegation", by -> rosters.put(by, mission.id(), mission.delegation(), mine));
        acts.put(
                "read where its head is reached",
                by -> assertThat(rosters.content(by, mission.delegation())).isNull());
        acts.put("send the link", by -> rosters.invite(by, mission.delegation()));
        acts.put("fill it in", by -> rosters.fill(by, mission.delegation(), List.of()));
        acts.put("drop it", by -> rosters.drop(by, mission.delegation()));
        acts.put("take the mission over", by -> desk.handOver(by, mission.id(), version(mission), by.requirePerson()));
        acts.put("show it", by -> desk.show(by, mission.id(), version(mission), true));
        refusesEverybodyElse(acts, others);
        assertThat(rosters.of(officer, mission.delegation())).hasSize(1);
        assertThat(rosters.emergencies(officer, mission.id())).hasSize(1);
    }

    @Test
    void noAddressOfTheHouseLeadsToARoster() {
        Mission mission = mission();
        others.put("a consultant", consultant);
        String book = "/my/missions/" + mission.code() + "/brief.pdf";
        String sheet = "/my/missions/" + mission.code() + "/" + first() + ".pdf";
        assertThat(browser(chair).get(book).statusCode()).as("who travels").isEqualTo(200);
        others.remove("who represents another association");
        others.forEach((who, asker) -> {
            for (String path : List.of(book, book + "?for=" + mission.delegation(), sheet)) {
                assertThat(browser(asker).get(path).statusCode())
                        .as("%s: %s", path, who)
                        .isIn(302, 403, 404);
            }
        });
        desk.show(officer, mission.id(), version(mission), true);
        List<String> secrets = concat(OF_ROSTER, WHOM_TO_CALL);
        for (String path : List.of(
                "/en/missions",
                "/en/missions/" + mission.code(),
                "/api/v1/missions",
                "/api/v1/missions.json",
                "/api/v1/missions.csv",
                "/en/missions.geojson",
                CalendarPages.FEED,
                "/sitemap.xml")) {
            assertThat(browser(Asker.guest()).get(path).body().toLowerCase(Locale.ROOT))
                    .as(path)
                    .doesNotContain(secrets);
        }
    }

    // How the doors are opened.

    private Asker person(String name, Role... roles) {
        PersonId person = PersonId.next();
        String email = "person-" + person + "@example.org";
        arrivals.bring(
                HOUSE, new Arrivals.Newcomer(person, name, Language.EN, SOFIA, new Arrivals.SignIn(email, PASSWORD)));
        for (Role role : roles) {
            grants.give(
                    HOUSE,
                    new Grant(person, role, Scope.PLATFORM, clock.instant().minusSeconds(60), null));
        }
        return Asker.of(person);
    }

    /** A browser in which they have signed in. */
    private Browser browser(Asker asker) {
        return browsers.computeIfAbsent(asker, _ -> {
            Browser browser = new Browser(port);
            asker.person()
                    .ifPresent(person -> assertThat(browser.post(
                                            "/sign-in",
                                            "email",
                                            "person-" + person + "@example.org",
                                            "password",
                                            PASSWORD)
                                    .statusCode())
                            .isEqualTo(302));
            return browser;
        });
    }

    private String feed(Asker asker) {
        String path = asker.person()
                .map(_ -> CalendarPages.OWN_FEED + subscriptions.make(asker) + ".ics")
                .orElse(CalendarPages.FEED);
        return new Browser(port).get(path).body();
    }

    /** What stands on the cards of Today. */
    private String today(Asker asker) {
        Reader reader = new Reader(asker, Language.EN, SOFIA);
        return cards.stream()
                .map(card -> asker.person().isPresent() ? card.card(reader) : Optional.<Component>empty())
                .flatMap(Optional::stream)
                .map(card -> card.getElement().getTextRecursively())
                .collect(Collectors.joining("\n"));
    }

    private ProjectId ofTheirOwn(Asker consultantOfIt) {
        MemberCard lacemakers = belonging.member(MemberKind.ASSOCIATION, "Lacemakers " + Ids.next(), null);
        ProjectId id = ProjectId.next();
        projectDesk.begin(
                officer,
                new NewProject(
                        id,
                        new ProjectContent(
                                en("A school of lace"),
                                null,
                                new Party.OfMember(lacemakers.id()),
                                today(),
                                today().plusDays(90)),
                        null,
                        consultantOfIt.requirePerson(),
                        null,
                        null,
                        ""));
        return id;
    }

    private ResultContent jobs(String text) {
        return new ResultContent(ResultKind.JOBS, BigDecimal.ONE, text, Language.EN, today(), "example.org/jobs", null);
    }

    private long version(Mission mission) {
        return missions.find(officer, mission.code()).orElseThrow().line().version();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SOFIA);
    }

    private LocalDate first() {
        return today().plusDays(20);
    }

    private Instant from() {
        return clock.instant().minus(Duration.ofDays(5));
    }

    private Instant until() {
        return clock.instant().plus(Duration.ofDays(60));
    }

    private static LocalizedText en(String text) {
        return LocalizedText.of(Language.EN, text);
    }

    private static InputStream words(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> concat(List<String> one, List<String> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    private static String text(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
