package org.kvartal.missions;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.Role;
import org.kvartal.discussions.Townspeople;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Reader;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.RepresentationKind;
import org.kvartal.missions.Agreements.AgreementContent;
import org.kvartal.missions.Agreements.NewAgreement;
import org.kvartal.missions.Itinerary.SlotContent;
import org.kvartal.missions.MissionDesk.Goal;
import org.kvartal.missions.MissionDesk.MissionContent;
import org.kvartal.missions.ProjectDesk.NewProject;
import org.kvartal.missions.ProjectDesk.ProjectContent;
import org.kvartal.missions.ProjectLog.LogContent;
import org.kvartal.missions.Projects.ProjectFilter;
import org.kvartal.missions.Projects.StageLine;
import org.kvartal.missions.Results.Claim;
import org.kvartal.missions.Results.ResultContent;
import org.kvartal.missions.Rosters.DelegationContent;
import org.kvartal.rights.RightsActs;
import org.kvartal.tasks.Tasks;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What may be done with projects, missions and agreements, for the walkers of the rights. */
@TestConfiguration(proxyBeanMethods = false)
public class MissionActs implements RightsActs {

    private static final Asker HOUSE = Asker.house("test");
    private static final ZoneId SOFIA = ZoneId.of("Europe/Sofia");

    private final Projects projects;
    private final ProjectDesk desk;
    private final ProjectLog log;
    private final Countersignatures countersignatures;
    private final Agreements agreements;
    private final Missions missions;
    private final MissionDesk missionDesk;
    private final Itinerary itinerary;
    private final Rosters rosters;
    private final Results results;
    private final Tasks tasks;
    private final Townspeople town;
    private final JdbcClient jdbc;

    MissionActs(
            Projects projects,
            ProjectDesk desk,
            ProjectLog log,
            Countersignatures countersignatures,
            Agreements agreements,
            Missions missions,
            MissionDesk missionDesk,
            Itinerary itinerary,
            Rosters rosters,
            Results results,
            Tasks tasks,
            Townspeople town,
            JdbcClient jdbc) {
        this.projects = projects;
        this.desk = desk;
        this.log = log;
        this.countersignatures = countersignatures;
        this.agreements = agreements;
        this.missions = missions;
        this.missionDesk = missionDesk;
        this.itinerary = itinerary;
        this.rosters = rosters;
        this.results = results;
        this.tasks = tasks;
        this.town = town;
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Act> acts() {
        Map<String, Act> acts = new LinkedHashMap<>();
        projects(acts);
        asConsultant(acts);
        asClient(acts);
        atGates(acts);
        agreements(acts);
        missions(acts);
        return acts;
    }

    private void projects(Map<String, Act> acts) {
        acts.put("begin a project", by -> begin(by, null, town.association("Weavers")));
        acts.put("read a project that one has nothing to do with", by -> read(by, begun()));
        acts.put("find a project that one has nothing to do with in the list", by -> {
            String code = code(begun());
            if (projects.list(by, ProjectFilter.ALL, null, 100).projects().stream()
                    .noneMatch(line -> line.code().equals(code))) {
                throw new NotFound();
            }
        });
        acts.put("read the log of a project that one has nothing to do with", by -> {
            var _ = log.rows(by, begun(), null, 10);
        });
        acts.put("write into the log of a project that one has nothing to do with", by -> write(by, begun()));
        acts.put("change the plan of a project that one has nothing to do with", by -> finish(by, begun()));
        acts.put("decide at the gate of a project", by -> {
            ProjectId id = begun(StageTemplate.REGIONAL_STRATEGY);
            StageLine stage = current(id);
            desk.ask(officer(), stage.id(), stage.version(), "");
            desk.decide(by, stage.id(), current(id).version(), GateVerdict.GO, "");
        });
        acts.put(
                "record a client's word to a decision at a gate",
                by -> countersignatures.record(by, decided(begun(StageTemplate.REGIONAL_STRATEGY)), "On paper.", null));
        acts.put(
                "ask the client of a project that one has nothing to do with to countersign",
                by -> countersignatures.ask(by, decided(begun(StageTemplate.REGIONAL_STRATEGY))));
        acts.put("name who does a project", by -> {
            ProjectId id = begun();
            desk.staff(by, id, version(id), person(officer()), person(officer()));
        });
        acts.put("pause a project", by -> {
            ProjectId id = begun();
            desk.hold(by, id, version(id), "Summer.");
        });
        acts.put("take the hours of all projects out", by -> {
            var _ = projects.hours(by, today(), today());
        });
        acts.put("verify a result that somebody else has reported", by -> results.verify(by, reported(), 0, "Seen."));
        acts.put("read the ledger of results", by -> {
            var _ = results.list(by, null, 10);
        });
    }

    private void asConsultant(Map<String, Act> acts) {
        acts.put("read a project that one is the consultant of", by -> read(by, consultedBy(by)));
        acts.put("write into the log of a project that one is the consultant of", by -> write(by, consultedBy(by)));
        acts.put("finish a stage of a project that one is the consultant of", by -> finish(by, consultedBy(by)));
        acts.put("pause a project that one is the consultant of", by -> {
            ProjectId id = consultedBy(by);
            desk.hold(by, id, version(id), "Summer.");
        });
        acts.put("report a result of a project that one is the consultant of", by -> {
            var _ = report(by, consultedBy(by));
        });
    }

    private void asClient(Map<String, Act> acts) {
        acts.put("see what a client owes to a project that one is the consultant of", by -> {
            ProjectId id = begin(HOUSE, signedIn(by), reachable());
            log.write(by, id, LogId.next(), new LogContent(today(), 60, "", "The plan.", "", "", Language.EN));
            awaits(by, id);
        });
        acts.put("see what a client owes to a project of somebody else", by -> {
            ProjectId id = begin(HOUSE, null, reachable());
            write(officer(), id);
            awaits(by, id);
        });
        acts.put("read a project of an association that one represents", by -> read(by, helped(by)));
        acts.put("confirm a row of the log for an association that one represents", by -> {
            ProjectId id = helped(by);
            log.confirm(by, write(officer(), id));
        });
        acts.put("confirm a row of the log for an association of somebody else", by -> {
            ProjectId id = begun();
            log.confirm(by, write(officer(), id));
        });
    }

    private void atGates(Map<String, Act> acts) {
        acts.put(
                "ask the client of a project that one is the consultant of to countersign",
                by -> countersignatures.ask(
                        by,
                        decided(begin(
                                HOUSE, signedIn(by), town.association("Weavers"), StageTemplate.REGIONAL_STRATEGY))));
        acts.put(
                "countersign a decision for an association that one represents",
                by -> countersignatures.sign(
                        by, decided(begin(HOUSE, null, represented(by), StageTemplate.REGIONAL_STRATEGY))));
        acts.put(
                "countersign a decision for an association of somebody else",
                by -> countersignatures.sign(by, decided(begun(StageTemplate.REGIONAL_STRATEGY))));
        acts.put(
                "refuse a decision for an association of somebody else",
                by -> countersignatures.refuse(by, decided(begun(StageTemplate.REGIONAL_STRATEGY)), "No."));
    }

    private void agreements(Map<String, Act> acts) {
        acts.put("enter an agreement", by -> enter(by, town.association("Weavers")));
        acts.put("read an agreement that is not public", by -> {
            String code = agreed(town.association("Weavers"));
            var _ = agreements.find(by, code).orElseThrow(NotFound::new);
        });
        acts.put("read an agreement of an association that one represents", by -> {
            MemberId association = town.association("Weavers");
            represent(by, association);
            var _ = agreements.find(by, agreed(association)).orElseThrow(NotFound::new);
        });
        acts.put("give an agreement up", by -> {
            String code = agreed(town.association("Weavers"));
            var line = agreements.find(HOUSE, code).orElseThrow().line();
            agreements.end(by, line.id(), line.version(), "No.");
        });
    }

    private void missions(Map<String, Act> acts) {
        acts.put("plan a mission", by -> missionDesk.plan(by, MissionId.next(), mission()));
        acts.put("read a mission that one does not travel with", by -> {
            var _ = missions.find(by, code(planned())).orElseThrow(NotFound::new);
        });
        acts.put("see what is shown of a mission", by -> {
            MissionId id = planned();
            missionDesk.show(HOUSE, id, version(id), true);
            var _ = missions.open(code(id)).orElseThrow(NotFound::new);
        });
        acts.put("read a mission with which an association travels that one represents", by -> {
            MissionId id = planned();
            delegation(id, represented(by));
            var _ = missions.find(by, code(id)).orElseThrow(NotFound::new);
        });
        acts.put("read the roster of a delegation of somebody else", by -> {
            MissionId id = planned();
            var _ = rosters.of(by, delegation(id, null));
        });
        acts.put("read the roster of an association that one represents", by -> {
            MissionId id = planned();
            var _ = rosters.of(by, delegation(id, represented(by)));
        });
        acts.put("read whom to call of a mission that somebody else coordinates", by -> {
            var _ = rosters.emergencies(by, planned());
        });
        acts.put("read at which address the head of a delegation is reached", by -> {
            var _ = rosters.content(by, delegation(planned(), null));
        });
        acts.put("say who travels with a delegation", by -> {
            MissionId id = planned();
            rosters.fill(by, delegation(id, null), List.of());
        });
        acts.put("plan a visit", by -> itinerary.put(by, planned(), SlotId.next(), 0, visit()));
        acts.put("give a mission up", by -> {
            MissionId id = planned();
            missionDesk.terminate(by, id, version(id), "No.");
        });
    }

    private static LocalDate today() {
        return LocalDate.now(SOFIA);
    }

    private static LocalizedText en(String text) {
        return LocalizedText.of(Language.EN, text);
    }

    private Asker officer() {
        return town.person(Role.OFFICER);
    }

    private static PersonId person(Asker asker) {
        return asker.requirePerson();
    }

    private ProjectId begin(Asker by, @Nullable Asker consultant, MemberId client) {
        return begin(by, consultant, client, null);
    }

    private ProjectId begin(Asker by, @Nullable Asker consultant, MemberId client, @Nullable StageTemplate template) {
        ProjectId id = ProjectId.next();
        desk.begin(
                by,
                new NewProject(
                        id,
                        new ProjectContent(
                                en("A school"), null, new Party.OfMember(client), today(), today().plusDays(90)),
                        null,
                        person(consultant == null ? town.person(Role.MEMBER) : consultant),
                        person(officer()),
                        template,
                        ""));
        return id;
    }

    private ProjectId begun() {
        return begin(HOUSE, null, town.association("Weavers"));
    }

    private ProjectId begun(StageTemplate template) {
        return begin(HOUSE, null, town.association("Weavers"), template);
    }

    private ProjectId consultedBy(Asker by) {
        return begin(HOUSE, signedIn(by), town.association("Weavers"));
    }

    private ProjectId helped(Asker by) {
        return begin(HOUSE, null, represented(by));
    }

    private MemberId represented(Asker by) {
        MemberId association = town.association("Weavers");
        represent(by, association);
        return association;
    }

    private void represent(Asker by, MemberId association) {
        town.mandate(signedIn(by), association, RepresentationKind.PRIMARY);
    }

    /** A visitor can be nobody's consultant. */
    private static Asker signedIn(Asker by) {
        if (by.person().isEmpty()) {
            throw new Forbidden();
        }
        return by;
    }

    private void read(Asker by, ProjectId id) {
        var _ = projects.find(by, code(id)).orElseThrow(NotFound::new);
    }

    private LogId write(Asker by, ProjectId id) {
        LogId row = LogId.next();
        log.write(by, id, row, new LogContent(today(), 60, "", "The plan.", "", "", Language.EN));
        return row;
    }

    private StageLine current(ProjectId id) {
        return projects.find(HOUSE, code(id)).orElseThrow().stages().stream()
                .filter(stage -> stage.state() == StageState.CURRENT || stage.state() == StageState.AT_GATE)
                .findFirst()
                .orElseThrow();
    }

    /** A decision at the gate of its first stage, which neither the asker has asked for nor made. */
    private GateId decided(ProjectId id) {
        StageLine stage = current(id);
        desk.ask(officer(), stage.id(), stage.version(), "");
        desk.decide(officer(), stage.id(), current(id).version(), GateVerdict.GO, "");
        return projects.find(HOUSE, code(id))
                .orElseThrow()
                .stages()
                .getFirst()
                .gates()
                .getFirst()
                .id();
    }

    /** An association that can be asked, in the inbox of somebody. */
    private MemberId reachable() {
        MemberId association = town.association("Weavers");
        town.mandate(town.person(Role.MEMBER), association, RepresentationKind.PRIMARY);
        return association;
    }

    private void awaits(Asker by, ProjectId id) {
        String path = MissionPages.project(code(id));
        if (tasks.awaited(new Reader(by, Language.EN, SOFIA), 500).stream()
                .noneMatch(line -> line.path().equals(path))) {
            throw new NotFound();
        }
    }

    private void finish(Asker by, ProjectId id) {
        StageLine stage = current(id);
        desk.finish(by, stage.id(), stage.version());
    }

    private ResultId reported() {
        return report(officer(), begun());
    }

    private ResultId report(Asker by, ProjectId id) {
        return results.report(
                by,
                new Claim.OfProject(id),
                new ResultContent(
                        ResultKind.JOBS, BigDecimal.ONE, "A job.", Language.EN, today(), "example.org/job", null),
                ResultId.next());
    }

    private String enter(Asker by, MemberId party) {
        return agreements.enter(
                by,
                new NewAgreement(
                        AgreementId.next(),
                        new AgreementContent(
                                AgreementKind.MOU,
                                en("Memorandum"),
                                null,
                                List.of(new Party.OfMember(party), new Party.Named("City of Looms")),
                                null,
                                null),
                        null,
                        null,
                        null));
    }

    private String agreed(MemberId party) {
        return enter(HOUSE, party);
    }

    private MissionContent mission() {
        return new MissionContent(
                MissionKind.DELEGATION,
                en("Looms"),
                null,
                today().plusDays(20),
                today().plusDays(23),
                SOFIA,
                List.of(new Goal(en("Agreements"), 1)));
    }

    private MissionId planned() {
        MissionId id = MissionId.next();
        missionDesk.plan(officer(), id, mission());
        return id;
    }

    /** A mission that is planned and not public. */
    public String plannedOne() {
        return code(planned());
    }

    /** A project with which nobody who asks has to do. */
    public String begunOne() {
        return code(begun());
    }

    /** An agreement that is a draft. */
    public String draftedOne() {
        return agreed(town.association("Weavers"));
    }

    private DelegationId delegation(MissionId mission, @Nullable MemberId of) {
        DelegationId id = DelegationId.next();
        rosters.put(
                HOUSE,
                mission,
                id,
                new DelegationContent(
                        "City of Looms", of == null ? null : new Party.OfMember(of), "Head", "", Language.EN));
        return id;
    }

    private static SlotContent visit() {
        return new SlotContent(
                today().plusDays(20),
                LocalTime.of(10, 0),
                LocalTime.of(11, 0),
                SOFIA,
                null,
                "Hall",
                "Talk",
                Set.of(),
                "",
                "",
                null);
    }

    private String code(ProjectId id) {
        return code("P", "mentor_project", id.value());
    }

    private String code(MissionId id) {
        return code("D", "mission", id.value());
    }

    private String code(String kind, String table, UUID id) {
        return jdbc.sql("SELECT '%s-' || year || '-' || lpad(number::text, 3, '0') FROM %s WHERE id = :id"
                        .formatted(kind, table))
                .param("id", id)
                .query(String.class)
                .single();
    }

    private long version(ProjectId id) {
        return projects.find(HOUSE, code(id)).orElseThrow().line().version();
    }

    private long version(MissionId id) {
        return missions.find(HOUSE, code(id)).orElseThrow().line().version();
    }
}
