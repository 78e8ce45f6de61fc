package org.kvartal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.kvartal.accounts.Role;
import org.kvartal.accounts.domain.OpenTrail;
import org.kvartal.accounts.domain.OpenTrail.Line;
import org.kvartal.administration.WatchedHouse;
import org.kvartal.alliance.Catalogues;
import org.kvartal.alliance.DirectoryFilter;
import org.kvartal.alliance.EditionId;
import org.kvartal.alliance.Entries;
import org.kvartal.alliance.Entries.NewEntry;
import org.kvartal.alliance.EntryContent;
import org.kvartal.alliance.EntryContent.Names;
import org.kvartal.alliance.EntryId;
import org.kvartal.alliance.EntryKind;
import org.kvartal.bench.AdvocacyRows;
import org.kvartal.calendar.EventTime;
import org.kvartal.calendar.OutsideEventId;
import org.kvartal.calendar.OutsideEvents;
import org.kvartal.calendar.OutsideEvents.EventContent;
import org.kvartal.calendar.OutsideEvents.NewEvent;
import org.kvartal.calendar.Subscriptions;
import org.kvartal.discussions.Conversations;
import org.kvartal.discussions.Conversations.NewSpace;
import org.kvartal.discussions.Conversations.NewThread;
import org.kvartal.discussions.Conversations.Visibility;
import org.kvartal.discussions.PostId;
import org.kvartal.discussions.SpaceId;
import org.kvartal.discussions.ThreadId;
import org.kvartal.forum.Agenda;
import org.kvartal.forum.Ballots.Voters;
import org.kvartal.forum.Forums;
import org.kvartal.forum.HeldSessions;
import org.kvartal.forum.HeldSessions.Held;
import org.kvartal.forum.ItemId;
import org.kvartal.forum.SeriesBook;
import org.kvartal.forum.SeriesBook.NewSeries;
import org.kvartal.forum.SeriesId;
import org.kvartal.forum.Sessions;
import org.kvartal.imports.ImportId;
import org.kvartal.imports.Imports;
import org.kvartal.imports.Imports.NewImport;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Reader;
import org.kvartal.membership.ApplicationKind;
import org.kvartal.membership.Belonging;
import org.kvartal.membership.CircularId;
import org.kvartal.membership.Circulars;
import org.kvartal.membership.Circulars.Circle;
import org.kvartal.membership.Circulars.NewCircular;
import org.kvartal.membership.CopiedLetters;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberKind;
import org.kvartal.membership.RepresentationKind;
import org.kvartal.missions.AgreementId;
import org.kvartal.missions.AgreementKind;
import org.kvartal.missions.Agreements;
import org.kvartal.missions.Agreements.AgreementContent;
import org.kvartal.missions.Agreements.NewAgreement;
import org.kvartal.missions.MissionDesk;
import org.kvartal.missions.MissionDesk.MissionContent;
import org.kvartal.missions.MissionId;
import org.kvartal.missions.MissionKind;
import org.kvartal.missions.Party;
import org.kvartal.missions.ProjectDesk;
import org.kvartal.missions.ProjectDesk.NewProject;
import org.kvartal.missions.ProjectDesk.ProjectContent;
import org.kvartal.missions.ProjectId;
import org.kvartal.missions.ResultId;
import org.kvartal.missions.ResultKind;
import org.kvartal.missions.Results;
import org.kvartal.missions.Results.Claim;
import org.kvartal.missions.Results.ResultContent;
import org.kvartal.pages.NewsContent;
import org.kvartal.pages.NewsDesk;
import org.kvartal.pages.NewsId;
import org.kvartal.seminars.Certificates;
import org.kvartal.seminars.RegistrationId;
import org.kvartal.seminars.Registrations;
import org.kvartal.seminars.Registrations.NewRegistration;
import org.kvartal.seminars.SeminarDesk;
import org.kvartal.seminars.SeminarDesk.NewSeminar;
import org.kvartal.seminars.SeminarId;
import org.kvartal.seminars.Seminars;
import org.kvartal.testing.SqlCounter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever reads the trail learns of each act that the house writes to what it was done, or that the thing is no longer there. */
@SpringBootTest
@TestInstance(Lifecycle.PER_METHOD)
@Import({Belonging.class, CopiedLetters.class, SqlCounter.class, HeldSessions.class, WatchedHouse.class})
class EachActSaysToWhatTests {

    private static final Asker HOUSE = Asker.house("test");

    @Autowired
    Belonging town;

    @Autowired
    Conversations conversations;

    @Autowired
    Circulars circulars;

    @Autowired
    Imports imports;

    @Autowired
    Entries entries;

    @Autowired
    Catalogues catalogues;

    @Autowired
    OutsideEvents events;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    NewsDesk newsDesk;

    @Autowired
    SeriesBook series;

    @Autowired
    Sessions sessions;

    @Autowired
    Agenda agenda;

    @Autowired
    HeldSessions held;

    @Autowired
    SeminarDesk seminarDesk;

    @Autowired
    Seminars seminars;

    @Autowired
    Registrations registrations;

    @Autowired
    Certificates certificates;

    @Autowired
    ProjectDesk projects;

    @Autowired
    MissionDesk missions;

    @Autowired
    Agreements agreements;

    @Autowired
    Results results;

    @Autowired
    Clock clock;

    @Autowired
    AuditTrail audit;

    @Autowired
    OpenTrail trail;

    @Autowired
    List<AuditedThings> naming;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    WatchedHouse watched;

    private final WrittenActs written = WrittenActs.inSources();
    private PersonId officer;
    private PersonId ivan;

    @BeforeEach
    void anOfficerReads() {
        officer = town.person("Olga Office", Role.OFFICER);
        ivan = town.person("Ivan Petrov");
    }

    @Test
    void eachKindOfThingIsNamedByOneModule() {
        assertThat(naming.stream().flatMap(one -> one.kinds().stream()).toList())
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(written.kinds());
    }

    @Test
    void eachActIsToldWithWhatItWasDoneTo() {
        Map<String, UUID> things = things();

        List<Line> lines = readAfter(act -> entry(act, of(act, things)));

        assertThat(lines).hasSameSizeAs(written.acts()).allSatisfy(line -> {
            assertThat(line.thing()).as(line.act()).isNotNull();
            assertThat(thing(line).words()).as(line.act()).isNotBlank();
        });
        assertThat(told(lines, "accounts.grant-given")).isEqualTo("Facilitator · Ivan Petrov");
        assertThat(told(lines, "administration.letter-put-aside")).isEqualTo("Letter");
        assertThat(told(lines, "administration.job-run-now")).isEqualTo("mail.send-waiting");
        assertThat(told(lines, "accounts.suspended")).isEqualTo("Ivan Petrov");
        assertThat(told(lines, "discussions.post-taken-away")).isEqualTo("Export paperwork #1");
        assertThat(told(lines, "discussions.need-changed")).isEqualTo("Export paperwork");
        assertThat(told(lines, "imports.taken")).isEqualTo("members.csv");
        assertThat(told(lines, "membership.invitations-sent")).isEqualTo("members.csv");
        assertThat(told(lines, "missions.gate-decided")).startsWith("A school of weaving · P-");
        assertThat(told(lines, "missions.roster-purged")).startsWith("Looms of three cities · D-");
        assertThat(told(lines, "missions.agreement-signed")).startsWith("Memorandum of looms · A-");
        assertThat(told(lines, "missions.result-verified")).isEqualTo("A weaver was taken on.");
        assertThat(told(lines, "membership.mandate-given")).isEqualTo("Ivan Petrov for Typesetters");
        assertThat(told(lines, "membership.application-approved")).isEqualTo("Ada Loom");
        assertThat(told(lines, "membership.term-begun")).isEqualTo("Ivan Petrov · Board");
        assertThat(told(lines, "membership.place-kept")).isEqualTo("Sofia");
        assertThat(told(lines, "calendar.event-published")).isEqualTo("Night of type");
        assertThat(told(lines, "pages.news-published")).isEqualTo("The hall is open");
        assertThat(told(lines, "pages.page-written")).isEqualTo("About us");
        assertThat(told(lines, "forum.facilitator-named")).isEqualTo("Ivan Petrov · Forum");
        assertThat(told(lines, "forum.session-opened")).startsWith("Forum (S-");
        assertThat(told(lines, "forum.item-declined")).isEqualTo("A hall for looms");
        assertThat(told(lines, "advocacy.recommendation-adopted"))
                .isEqualTo("One form instead of five, part 11 · R-2023-003");
        assertThat(told(lines, "advocacy.letter-signed")).startsWith("Office ");
        assertThat(told(lines, "advocacy.addressee-entered")).startsWith("Office ");
        assertThat(told(lines, "advocacy.measure-done")).contains("Draw up the form, part 11");
        assertThat(told(lines, "seminars.seminar-begun")).isEqualTo("Bookkeeping");
        assertThat(told(lines, "seminars.certificate-issued")).startsWith("Bookkeeping · C-");
        assertThat(told(lines, "alliance.entry-confirmed")).isEqualTo("Print Yard");
        assertThat(told(lines, "alliance.relation-stated")).isEqualTo("Print Yard — Balkan Print Network");
        assertThat(told(lines, "alliance.catalogue-wanted")).isEqualTo("English · the whole directory");
        assertThat(lines)
                .filteredOn(line -> !line.act().startsWith("accounts.")
                        // Where administrators alone are let in.
                        && !line.act().startsWith("administration.")
                        && !kind(line.act()).endsWith(".place"))
                .allSatisfy(
                        line -> assertThat(thing(line).path()).as(line.act()).startsWith("/app/"));
    }

    @Test
    void whatIsGoneIsNotNamed() {
        List<Line> lines = readAfter(act -> AuditEntry.of(HOUSE, act, new AuditSubject(kind(act), Ids.next())));

        assertThat(lines)
                .hasSameSizeAs(written.acts())
                .allSatisfy(line -> assertThat(line.thing()).as(line.act()).isNull());
    }

    @Test
    void whoDidSomethingToThemselvesIsNotNamedTwice() {
        write(List.of(
                AuditEntry.of(Asker.of(ivan), "accounts.profile-changed", subject("accounts.person", ivan.value()))));

        assertThat(read(1).getFirst().thing()).isEqualTo(AuditedThing.ACTOR);
    }

    @Test
    void anApplicationThatWasNeverSentHasNoNameInTheTrail() {
        var draft = town.begins(ApplicationKind.PERSON, "Secret Name");
        write(List.of(AuditEntry.of(
                HOUSE, "membership.application-begun", subject("membership.application", draft.value()))));

        assertThat(read(1).getFirst().thing()).isEqualTo(AuditedThing.named("A person · not sent yet"));
    }

    @Test
    void aPageOfAllActsTakesAsManyStatementsAsOneOfEachKind() {
        Map<String, UUID> things = things();
        write(written.acts().stream()
                .collect(Collectors.toMap(EachActSaysToWhatTests::kind, Function.identity(), (one, _) -> one))
                .values()
                .stream()
                .map(act -> entry(act, of(act, things)))
                .toList());
        int kinds = written.kinds().size();
        int few = SqlCounter.during(() -> read(kinds)).statements().size();
        Map<String, UUID> others = things();
        List<Line> lines = readAfter(act -> entry(act, of(act, act.hashCode() % 2 == 0 ? things : others)));

        int many = SqlCounter.during(() -> read(lines.size())).statements().size();

        assertThat(lines.size()).isGreaterThan(50);
        assertThat(many).isLessThanOrEqualTo(few);
    }

    /** What each act is done to. Whoever writes a new act says it here. */
    private static String kind(String act) {
        String name = act.substring(act.indexOf('.') + 1);
        String module = act.substring(0, act.indexOf('.'));
        return switch (module) {
            case "administration" ->
                switch (name.split("-", 2)[0]) {
                    case "letter", "fact", "job" -> "administration." + name.split("-", 2)[0];
                    case "backup", "letters" -> "administration.backups";
                    default -> "administration.house";
                };
            case "accounts" ->
                name.startsWith("grant-")
                        ? "accounts.grant"
                        : name.startsWith("sign") ? "accounts.sign-in" : "accounts.person";
            case "discussions" ->
                name.startsWith("post-")
                        ? "discussions.post"
                        : name.startsWith("need-") ? "discussions.thread" : "discussions.space";
            case "imports" -> "imports.batch";
            case "pages" -> name.startsWith("news-") ? "pages.news" : "pages.page";
            case "calendar" -> name.startsWith("feed-") ? "calendar.feed" : "calendar.event";
            case "alliance" -> name.startsWith("catalogue-") ? "alliance.edition" : "alliance.entry";
            case "forum" ->
                switch (name.substring(0, name.indexOf('-'))) {
                    case "series", "facilitator" -> "forum.series";
                    case "session", "reopening", "quorum", "person", "guest", "minutes", "suggestion" ->
                        "forum.session";
                    case "item", "paper" -> "forum.item";
                    case "outcome", "need" -> "forum.outcome";
                    case "ballot" -> "forum.ballot";
                    default -> throw new AssertionError("to what is it done? " + act);
                };
            case "advocacy" ->
                switch (name.split("-", 2)[0]) {
                    case "recommendation", "consultation", "evidence", "endorsement", "endorsed" ->
                        "advocacy.recommendation";
                    case "letter", "reply", "clarification", "clarified", "reminded" -> "advocacy.dispatch";
                    case "measure", "report", "verifier" -> "advocacy.measure";
                    case "addressee" -> "advocacy.addressee";
                    default -> throw new AssertionError("to what is it done? " + act);
                };
            case "seminars" ->
                switch (name) {
                    case "registration-opened", "registration-closed" -> "seminars.seminar";
                    default ->
                        switch (name.split("-", 2)[0]) {
                            case "seminar", "groups", "questions", "team", "material" -> "seminars.seminar";
                            case "registered",
                                    "colleague",
                                    "registration",
                                    "place",
                                    "offer",
                                    "presence",
                                    "completion" -> "seminars.registration";
                            case "certificate" -> "seminars.certificate";
                            default -> throw new AssertionError("to what is it done? " + act);
                        };
                };
            case "missions" ->
                switch (name.split("-", 2)[0]) {
                    case "project", "contact", "plan", "gate", "stage", "looked", "paper", "thread", "row" ->
                        "missions.project";
                    case "mission", "visit", "host", "delegation", "roster", "emergencies", "goal" ->
                        "missions.mission";
                    case "agreement", "result" -> "missions." + name.split("-", 2)[0];
                    default -> throw new AssertionError("to what is it done? " + act);
                };
            case "membership" ->
                switch (name.substring(0, name.indexOf('-'))) {
                    case "application", "body", "circular", "mandate", "member", "place" ->
                        "membership." + name.substring(0, name.indexOf('-'));
                    case "term" -> "membership.body";
                    case "invitations" -> "imports.batch";
                    default -> throw new AssertionError("to what is it done? " + act);
                };
            default -> throw new AssertionError("to what is it done? " + act);
        };
    }

    /** As the act's own module writes it. */
    private AuditEntry entry(String act, UUID thing) {
        AuditEntry entry = AuditEntry.of(HOUSE, act, subject(kind(act), thing));
        return switch (act.split("-", 2)[0]) {
            case "accounts.grant" -> entry.with("person", ivan).with("role", Role.FACILITATOR);
            case "accounts.sign", "accounts.signed", "forum.facilitator", "membership.term" ->
                entry.with("person", ivan);
            case "alliance.relation" -> entry.with("other", other);
            default -> entry;
        };
    }

    private UUID other = Ids.next();
    private int voices;

    /** A thing of each kind, by its kind. */
    private Map<String, UUID> things() {
        Map<String, UUID> things = new HashMap<>();
        things.put("accounts.person", ivan.value());
        things.put("accounts.grant", Ids.next());
        things.put("administration.house", new UUID(0, 1));
        things.put("accounts.sign-in", Ids.next());
        things.put("administration.letter", watched.letter("Hello", "421 later"));
        things.put("administration.fact", watched.fact("trial.hears"));
        things.put("administration.job", UUID.nameUUIDFromBytes("mail.send-waiting".getBytes(StandardCharsets.UTF_8)));
        talk(things);
        ImportId table = ImportId.next();
        imports.take(Asker.of(officer), new NewImport(table, "people", "members.csv", Language.EN, table()));
        things.put("imports.batch", table.value());
        MemberCard association = town.member(MemberKind.ASSOCIATION, "Typesetters", null);
        things.put("membership.member", association.id().value());
        things.put(
                "membership.mandate",
                town.mandate(association, ivan, RepresentationKind.DEPUTY).value());
        things.put(
                "membership.application",
                town.applies(ApplicationKind.PERSON, Belonging.personsForm("Ada Loom"))
                        .id()
                        .value());
        CircularId circular = CircularId.next();
        circulars.send(
                Asker.of(officer),
                new NewCircular(
                        circular,
                        Circle.ALL,
                        LocalizedText.of(Language.EN, "The hall is closed"),
                        LocalizedText.of(Language.EN, "Until Monday.")));
        things.put("membership.circular", circular.value());
        things.put("membership.body", town.body("board-" + Ids.next(), "Board").value());
        // There is one.
        things.put("administration.backups", new UUID(0, 1));
        things.put("membership.place", UUID.nameUUIDFromBytes("sofia".getBytes(StandardCharsets.UTF_8)));
        OutsideEventId event = OutsideEventId.next();
        events.enter(Asker.of(officer), new NewEvent(event, null, opening()));
        things.put("calendar.event", event.value());
        things.put("calendar.feed", officer.value());
        NewsId piece = NewsId.next();
        newsDesk.begin(
                Asker.of(officer),
                piece,
                new NewsContent(
                        LocalizedText.of(Language.EN, "The hall is open"),
                        LocalizedText.of(Language.EN, "Every Thursday."),
                        null,
                        null));
        things.put("pages.news", piece.value());
        things.put("pages.page", UUID.nameUUIDFromBytes("kvartal page ABOUT".getBytes(StandardCharsets.UTF_8)));
        var _ = subscriptions.make(Asker.of(officer));
        forum(things);
        voice(things);
        learning(things);
        travel(things);
        things.put("alliance.entry", entry("Print Yard").value());
        other = entry("Balkan Print Network").value();
        EditionId edition = EditionId.next();
        catalogues.make(
                Asker.of(town.person("Stefka", Role.OFFICER)),
                new Catalogues.Wish(edition, DirectoryFilter.ALL, Language.EN, true));
        things.put("alliance.edition", edition.value());
        return things;
    }

    private static EventContent opening() {
        LocalDate day = LocalDate.parse("2027-03-04");
        return new EventContent(
                LocalizedText.of(Language.EN, "Night of type"),
                null,
                EventTime.days(day, day, ZoneId.of("Europe/Sofia")),
                null,
                "",
                null,
                "");
    }

    private void forum(Map<String, UUID> things) {
        SeriesId id = SeriesId.next();
        series.make(Asker.of(officer), new NewSeries(id, Forums.weekly("Forum", clock.instant()), Set.of()));
        ItemId item = ItemId.next();
        agenda.propose(Asker.of(officer), Forums.item(item, id, "A hall for looms"));
        things.put("forum.series", id.value());
        things.put(
                "forum.session",
                sessions.coming(Asker.of(officer)).stream()
                        .filter(one -> id.equals(one.series()))
                        .findFirst()
                        .orElseThrow()
                        .id()
                        .value());
        things.put("forum.item", item.value());
        Held running = held.running();
        things.put("forum.outcome", held.noted(running).value());
        things.put("forum.ballot", held.asked(running, Voters.PEOPLE).value());
    }

    /** A seminar that Ivan has completed. */
    private void learning(Map<String, UUID> things) {
        Asker lead = Asker.of(officer);
        SeminarId id = SeminarId.next();
        LocalDate day =
                LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Sofia")).plusDays(10);
        String slug = seminarDesk.begin(
                lead,
                new NewSeminar(
                        id,
                        LocalizedText.of(Language.EN, "Bookkeeping"),
                        day,
                        LocalTime.of(10, 0),
                        LocalTime.of(16, 0),
                        ZoneId.of("Europe/Sofia"),
                        "Hall",
                        10,
                        null));
        seminarDesk.publish(
                lead, id, seminars.find(lead, slug).orElseThrow().card().version());
        seminarDesk.openRegistration(
                lead, id, seminars.find(lead, slug).orElseThrow().card().version());
        RegistrationId registration = RegistrationId.next();
        var _ = registrations.register(Asker.of(ivan), new NewRegistration(registration, id, null, Map.of()));
        jdbc.sql("UPDATE seminar_registration SET state = 'COMPLETED' WHERE id = :id")
                .param("id", registration.value())
                .update();
        var _ = certificates.issue(lead, id, List.of(registration));
        things.put("seminars.seminar", id.value());
        things.put("seminars.registration", registration.value());
        things.put(
                "seminars.certificate",
                certificates.of(lead, id).getFirst().id().value());
    }

    /** Of what stands there already another one each time. */
    private void voice(Map<String, UUID> things) {
        if (jdbc.sql("SELECT count(*) FROM recommendation").query(Long.class).single() == 0) {
            UUID[] offices = IntStream.range(0, 5)
                    .mapToObj(number -> entry("Office " + number).value())
                    .toArray(UUID[]::new);
            String[] texts = Collections.nCopies(50, "Studios wait for months.").toArray(String[]::new);
            transaction.executeWithoutResult(_ -> AdvocacyRows.write(jdbc, 24, offices, texts));
        }
        voices++;
        things.put("advocacy.recommendation", row("recommendation " + (10 + voices)));
        things.put("advocacy.dispatch", row("letter " + (10 + voices) + " 1"));
        things.put("advocacy.measure", row("measure " + (10 + voices)));
        things.put("advocacy.addressee", row("addressee " + voices));
    }

    private void travel(Map<String, UUID> things) {
        Party client = new Party.OfEntry(entry("Client " + Ids.next()));
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Sofia"));
        ProjectId project = ProjectId.next();
        projects.begin(
                HOUSE,
                new NewProject(
                        project,
                        new ProjectContent(
                                LocalizedText.of(Language.EN, "A school of weaving"), null, client, today, today),
                        null,
                        ivan,
                        officer,
                        null,
                        ""));
        things.put("missions.project", project.value());
        MissionId mission = MissionId.next();
        missions.plan(
                Asker.of(officer),
                mission,
                new MissionContent(
                        MissionKind.DELEGATION,
                        LocalizedText.of(Language.EN, "Looms of three cities"),
                        null,
                        today,
                        today,
                        ZoneId.of("Europe/Sofia"),
                        List.of()));
        things.put("missions.mission", mission.value());
        AgreementId agreement = AgreementId.next();
        agreements.enter(
                HOUSE,
                new NewAgreement(
                        agreement,
                        new AgreementContent(
                                AgreementKind.MOU,
                                LocalizedText.of(Language.EN, "Memorandum of looms"),
                                null,
                                List.of(client, new Party.Named("City of Looms")),
                                null,
                                null),
                        project,
                        null,
                        null));
        things.put("missions.agreement", agreement.value());
        things.put(
                "missions.result",
                results.report(
                                Asker.of(officer),
                                new Claim.OfProject(project),
                                new ResultContent(
                                        ResultKind.JOBS,
                                        BigDecimal.ONE,
                                        "A weaver was taken on.",
                                        Language.EN,
                                        today,
                                        "example.org/weaver",
                                        null),
                                ResultId.next())
                        .value());
    }

    /** The id that {@link AdvocacyRows} gives. */
    private UUID row(String name) {
        return jdbc.sql("SELECT md5(:name)::uuid")
                .param("name", name)
                .query(UUID.class)
                .single();
    }

    private void talk(Map<String, UUID> things) {
        SpaceId space = SpaceId.next();
        conversations.open(
                HOUSE,
                new NewSpace(
                        space, "space-" + space, LocalizedText.of(Language.EN, "Space"), null, Visibility.MEMBERS));
        PostId post = PostId.next();
        ThreadId thread = ThreadId.next();
        conversations.start(
                Asker.of(officer),
                new NewThread(thread, space, post, "Export paperwork", "Who knows?", Language.EN, null));
        things.put("discussions.space", space.value());
        things.put("discussions.post", post.value());
        things.put("discussions.thread", thread.value());
    }

    private EntryId entry(String name) {
        EntryId id = EntryId.next();
        entries.make(HOUSE, NewEntry.of(id, EntryKind.HUB, EntryContent.of(EntryKind.HUB, Names.of(name, "en"))));
        return id;
    }

    private static ByteArrayInputStream table() {
        return new ByteArrayInputStream("number,full name\n1,Ada Loom\n".getBytes(StandardCharsets.UTF_8));
    }

    private static AuditSubject subject(String kind, UUID id) {
        return new AuditSubject(kind, id);
    }

    private List<Line> readAfter(Function<String, AuditEntry> entry) {
        Set<String> acts = written.acts();
        write(acts.stream().map(entry).toList());
        return read(acts.size());
    }

    private void write(List<AuditEntry> acts) {
        transaction.executeWithoutResult(_ -> audit.recordAll(acts));
    }

    private List<Line> read(int limit) {
        return trail.newest(
                new Reader(Asker.of(officer), Language.EN, ZoneId.of("Europe/Sofia")), AuditFilter.NONE, null, limit);
    }

    private static String told(List<Line> lines, String act) {
        return lines.stream()
                .filter(line -> line.act().equals(act))
                .map(EachActSaysToWhatTests::thing)
                .findFirst()
                .orElseThrow()
                .words();
    }

    private static AuditedThing thing(Line line) {
        return Objects.requireNonNull(line.thing(), line.act());
    }

    private static UUID of(String act, Map<String, UUID> things) {
        return Objects.requireNonNull(things.get(kind(act)), act);
    }
}
