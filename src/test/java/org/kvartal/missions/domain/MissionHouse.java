package org.kvartal.missions.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.kvartal.TurnableClock;
import org.kvartal.accounts.Role;
import org.kvartal.alliance.Directory;
import org.kvartal.alliance.Entries;
import org.kvartal.alliance.Entries.NewEntry;
import org.kvartal.alliance.EntryContent;
import org.kvartal.alliance.EntryContent.Coordinates;
import org.kvartal.alliance.EntryContent.Location;
import org.kvartal.alliance.EntryContent.LocationKind;
import org.kvartal.alliance.EntryContent.Names;
import org.kvartal.alliance.EntryId;
import org.kvartal.alliance.EntryKind;
import org.kvartal.calendar.Calendar;
import org.kvartal.files.Files;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Refused;
import org.kvartal.mail.LetterRefused;
import org.kvartal.membership.Belonging;
import org.kvartal.membership.CopiedLetters;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberKind;
import org.kvartal.membership.RepresentationKind;
import org.kvartal.missions.Agreements;
import org.kvartal.missions.BriefBooks;
import org.kvartal.missions.Countersignatures;
import org.kvartal.missions.DelegationId;
import org.kvartal.missions.Itinerary;
import org.kvartal.missions.Itinerary.Host;
import org.kvartal.missions.Itinerary.SlotContent;
import org.kvartal.missions.Itinerary.SlotLine;
import org.kvartal.missions.LogId;
import org.kvartal.missions.MissionDesk;
import org.kvartal.missions.MissionDesk.Goal;
import org.kvartal.missions.MissionDesk.MissionContent;
import org.kvartal.missions.MissionId;
import org.kvartal.missions.MissionKind;
import org.kvartal.missions.Missions;
import org.kvartal.missions.Missions.MissionPage;
import org.kvartal.missions.Party;
import org.kvartal.missions.ProjectDesk;
import org.kvartal.missions.ProjectDesk.Contact;
import org.kvartal.missions.ProjectDesk.NewProject;
import org.kvartal.missions.ProjectDesk.ProjectContent;
import org.kvartal.missions.ProjectId;
import org.kvartal.missions.ProjectLog;
import org.kvartal.missions.ProjectLog.LogContent;
import org.kvartal.missions.ProjectLog.LogLine;
import org.kvartal.missions.Projects;
import org.kvartal.missions.Projects.ProjectPage;
import org.kvartal.missions.Projects.StageLine;
import org.kvartal.missions.Results;
import org.kvartal.missions.Rosters;
import org.kvartal.missions.Rosters.DelegationContent;
import org.kvartal.missions.Rosters.Emergency;
import org.kvartal.missions.Rosters.TravellerContent;
import org.kvartal.missions.SlotId;
import org.kvartal.missions.StageState;
import org.kvartal.missions.StageTemplate;
import org.kvartal.missions.TravellerId;
import org.kvartal.missions.TravellerPart;
import org.kvartal.notifications.Inbox;
import org.kvartal.tasks.Tasks;
import org.kvartal.testing.SqlCounter;
import org.kvartal.trace.Trace;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.transaction.support.TransactionTemplate;

/** A house with two officers, a consultant, and an association that is helped. */
@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES)
@Import({SqlCounter.class, CopiedLetters.class, TurnableClock.Hands.class, Belonging.class})
@TestInstance(Lifecycle.PER_METHOD)
abstract class MissionHouse {

    static final ZoneId SOFIA = ZoneId.of("Europe/Sofia");
    static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    Projects projects;

    @Autowired
    ProjectDesk desk;

    @Autowired
    ProjectLog log;

    @Autowired
    Countersignatures countersignatures;

    @Autowired
    Agreements agreements;

    @Autowired
    Missions missions;

    @Autowired
    MissionDesk missionDesk;

    @Autowired
    Itinerary itinerary;

    @Autowired
    Rosters rosters;

    @Autowired
    Results results;

    @Autowired
    BriefBooks briefs;

    @Autowired
    ProjectTime projectTime;

    @Autowired
    MissionTime missionTime;

    @Autowired
    Entries entries;

    @Autowired
    Directory directory;

    @Autowired
    Calendar calendar;

    @Autowired
    Belonging belonging;

    @Autowired
    CopiedLetters letters;

    @Autowired
    Inbox inbox;

    @Autowired
    Tasks tasks;

    @Autowired
    Trace trace;

    @Autowired
    Files files;

    @Autowired
    TurnableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher facts;

    Asker officer;
    Asker second;
    Asker consultant;
    Asker chair;
    Asker stranger;
    MemberCard weavers;

    @BeforeEach
    void theOfficeIsStaffed() {
        officer = person("Olga Officer", Role.OFFICER);
        second = person("Sava Second", Role.OFFICER);
        consultant = person("Kira Consultant", Role.MEMBER);
        chair = person("Chavdar Chair", Role.MEMBER);
        stranger = person("Sonya Stranger", Role.MEMBER, Role.FACILITATOR);
        weavers = belonging.member(MemberKind.ASSOCIATION, "Weavers " + Ids.next(), null);
        belonging.mandate(weavers, chair.requirePerson(), RepresentationKind.PRIMARY);
    }

    Asker person(String name, Role... roles) {
        return Asker.of(belonging.person(name, roles));
    }

    static LocalizedText en(String text) {
        return LocalizedText.of(Language.EN, text);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SOFIA);
    }

    Party client() {
        return new Party.OfMember(weavers.id());
    }

    /** Somebody at a client's who has no account. */
    static Contact contact() {
        return new Contact("Ada Loom", "client-" + Ids.next() + "@example.org", Language.EN);
    }

    ProjectContent content(Party client) {
        return new ProjectContent(
                en("A school of weaving"), en("Twenty pupils."), client, today(), today().plusDays(200));
    }

    ProjectId begun(Party client, @Nullable Contact contact, @Nullable StageTemplate template) {
        ProjectId id = ProjectId.next();
        desk.begin(
                officer, new NewProject(id, content(client), contact, consultant.requirePerson(), null, template, ""));
        return id;
    }

    ProjectId begun() {
        return begun(client(), contact(), StageTemplate.PROJECT_SUPPORT);
    }

    String code(ProjectId id) {
        return code("P", "mentor_project", id.value());
    }

    String code(MissionId id) {
        return code("D", "mission", id.value());
    }

    String code(String kind, String table, UUID id) {
        return jdbc.sql("SELECT '%s-' || year || '-' || lpad(number::text, 3, '0') FROM %s WHERE id = :id"
                        .formatted(kind, table))
                .param("id", id)
                .query(String.class)
                .single();
    }

    ProjectPage page(Asker asker, ProjectId id) {
        return projects.find(asker, code(id)).orElseThrow();
    }

    long version(ProjectId id) {
        return page(officer, id).line().version();
    }

    StageLine current(ProjectId id) {
        return page(officer, id).stages().stream()
                .filter(stage -> stage.state() == StageState.CURRENT || stage.state() == StageState.AT_GATE)
                .findFirst()
                .orElseThrow();
    }

    LogContent meeting(LocalDate on) {
        return new LogContent(on, 90, "Ada Loom", "We drew the budget.", "It is agreed.", "The offers.", Language.EN);
    }

    LogId met(ProjectId id) {
        LogId row = LogId.next();
        log.write(consultant, id, row, meeting(today()));
        return row;
    }

    LogLine row(ProjectId project, LogId id) {
        return log.rows(officer, project, null, 50).rows().stream()
                .filter(line -> line.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    EntryId entry(String name, @Nullable Coordinates at) {
        EntryId id = EntryId.next();
        EntryContent content = EntryContent.of(EntryKind.VENUE, new Names(name, "en", Map.of(), List.of()))
                .withDescription(en("Where looms stand."));
        entries.make(
                officer,
                NewEntry.of(
                        id,
                        EntryKind.VENUE,
                        at == null
                                ? content
                                : content.withLocations(List.of(new Location(
                                        LocationKind.PHYSICAL,
                                        null,
                                        null,
                                        null,
                                        at,
                                        null,
                                        Set.of(),
                                        List.of(),
                                        null)))));
        return id;
    }

    MissionContent mission(LocalDate starts) {
        return new MissionContent(
                MissionKind.DELEGATION,
                new LocalizedText(
                        Language.EN,
                        Map.of(Language.EN, "Looms of three cities", Language.RU, "Ткацкие станки трёх городов")),
                en("Three cities in four days."),
                starts,
                starts.plusDays(3),
                SOFIA,
                List.of(new Goal(en("Agreements signed"), 2)));
    }

    MissionId planned() {
        MissionId id = MissionId.next();
        missionDesk.plan(officer, id, mission(today().plusDays(20)));
        return id;
    }

    MissionPage page(Asker asker, MissionId id) {
        return missions.find(asker, code(id)).orElseThrow();
    }

    long version(MissionId id) {
        return page(officer, id).line().version();
    }

    DelegationId delegation(MissionId mission, @Nullable Party party, String email) {
        DelegationId id = DelegationId.next();
        rosters.put(
                officer, mission, id, new DelegationContent("City of Looms", party, "Hana Head", email, Language.EN));
        return id;
    }

    static TravellerContent traveller(String name, @Nullable Emergency emergency) {
        return new TravellerContent(
                TravellerId.next(),
                name,
                TravellerPart.DELEGATE,
                "weaver",
                "traveller@example.org",
                "+359 2 000 001",
                "en",
                "vegetarian",
                null,
                emergency);
    }

    SlotContent visit(LocalDate day, String starts, @Nullable EntryId place, @Nullable Host host) {
        LocalTime from = LocalTime.parse(starts);
        return new SlotContent(
                day,
                from,
                from.plusHours(1),
                SOFIA,
                place,
                place == null ? "Old hall" : "",
                "See the looms",
                Set.of(),
                "by bus",
                "Bring samples.",
                host);
    }

    SlotId visited(MissionId mission, SlotContent content) {
        SlotId id = SlotId.next();
        itinerary.put(officer, mission, id, 0, content);
        return id;
    }

    SlotLine slot(MissionId mission, SlotId id) {
        return page(officer, mission).slots().stream()
                .filter(line -> line.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** The newest letter to an address comes back. */
    void comesBack(String address) {
        String fact = letters.to(address).getLast().factKey();
        transaction.executeWithoutResult(_ -> facts.publishEvent(new LetterRefused(fact, "no such mailbox")));
    }

    /** The token behind the button of the newest letter to an address that leads to such a page. */
    String token(String address, String page) {
        return letters.to(address).reversed().stream()
                .map(letter -> String.valueOf(letter.button()))
                .filter(button -> button.contains(page + "/"))
                .map(button -> button.replaceAll(".*" + page + "/([^?]+).*", "$1"))
                .findFirst()
                .orElseThrow();
    }

    /** Lets several act at the same moment, and counts those who were let; whoever was not was told why. */
    static int atOnce(int times, IntConsumer act) throws Exception {
        CyclicBarrier start = new CyclicBarrier(times);
        List<Future<Boolean>> all = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(times)) {
            for (int i = 0; i < times; i++) {
                int which = i;
                all.add(threads.submit(() -> {
                    start.await();
                    try {
                        act.accept(which);
                        return true;
                    } catch (Refused tooLate) {
                        return false;
                    }
                }));
            }
        }
        int done = 0;
        for (Future<Boolean> one : all) {
            done += one.get() ? 1 : 0;
        }
        return done;
    }

    List<String> owes(Asker person) {
        return tasks.owed(person, 500).stream().map(line -> line.key()).toList();
    }

    /** Waits until a notice that says so stands in somebody's inbox. */
    void isTold(Asker person, String part) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                inbox.newest(person, Language.EN, null, 50).lines())
                        .anySatisfy(line -> assertThat(line.text().title()).contains(part)));
    }

    static int pages(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static String text(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
