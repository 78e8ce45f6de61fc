package org.kvartal.bench;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.missions.AgreementState;
import org.kvartal.missions.Agreements;
import org.kvartal.missions.Agreements.AgreementFilter;
import org.kvartal.missions.BriefBooks;
import org.kvartal.missions.MissionId;
import org.kvartal.missions.MissionState;
import org.kvartal.missions.Missions;
import org.kvartal.missions.Missions.MissionFilter;
import org.kvartal.missions.ProjectId;
import org.kvartal.missions.ProjectLog;
import org.kvartal.missions.ProjectState;
import org.kvartal.missions.Projects;
import org.kvartal.missions.Projects.ListKey;
import org.kvartal.missions.Projects.ProjectFilter;
import org.kvartal.missions.Results;
import org.kvartal.missions.Results.Claim;
import org.kvartal.trace.Trace;
import org.springframework.stereotype.Component;

/** Reads projects and missions as pages of the workspace do, without the pages. What is read has the same number of rows in a house of any size. */
@Component
final class MissionReading {

    /** As the page of a project shows them. */
    private static final int LOG_ROWS = 20;

    private static final Set<ProjectState> UNDER_WAY =
            Set.of(ProjectState.RUNNING, ProjectState.CLOSING, ProjectState.PAUSED);
    private static final Set<ProjectState> OVER =
            Set.of(ProjectState.COMPLETED, ProjectState.FOLLOW_UP, ProjectState.ARCHIVED, ProjectState.TERMINATED);
    private static final MissionFilter ROAD = new MissionFilter(Set.of(MissionState.ON_THE_ROAD, MissionState.DEBRIEF));
    private static final MissionFilter PLANNED = new MissionFilter(
            Set.of(MissionState.PLANNING, MissionState.ROSTER_FIXED, MissionState.CONFIRMED, MissionState.PAUSED));
    private static final MissionFilter PAST = new MissionFilter(Set.of(MissionState.DONE, MissionState.TERMINATED));
    private static final LocalDate FIRST = LocalDate.of(MissionRows.PILOT_YEAR, 1, 1);
    private static final LocalDate LAST = LocalDate.of(MissionRows.PILOT_YEAR, 12, 31);

    private final MissionFilling filling;
    private final Projects projects;
    private final ProjectLog log;
    private final Missions missions;
    private final Agreements agreements;
    private final Results results;
    private final BriefBooks briefs;
    private final Trace trace;
    private Map<String, IntConsumer> reads = Map.of();

    MissionReading(
            MissionFilling filling,
            Projects projects,
            ProjectLog log,
            Missions missions,
            Agreements agreements,
            Results results,
            BriefBooks briefs,
            Trace trace) {
        this.filling = filling;
        this.projects = projects;
        this.log = log;
        this.missions = missions;
        this.agreements = agreements;
        this.results = results;
        this.briefs = briefs;
        this.trace = trace;
    }

    /** @param what one of the names, {@code times} how often it is read */
    record Question(String what, int times) {}

    /** @param reads the names of what can be read */
    record Open(MissionFilling.Filled filled, List<String> reads) {}

    Open fill(MissionFilling.Order order) throws SQLException {
        reads = reads(filling.fill(order), order);
        return new Open(filling.filled(), List.copyOf(reads.keySet()));
    }

    /** The middle of what it took, in milliseconds. */
    double read(Question question) {
        IntConsumer read = reads.getOrDefault(question.what, _ -> {
            throw new IllegalArgumentException(question.what);
        });
        Latencies times = new Latencies();
        for (int turn = 0; turn < question.times; turn++) {
            long begin = System.nanoTime();
            read.accept(turn);
            times.add(System.nanoTime() - begin);
        }
        return times.p50();
    }

    private Map<String, IntConsumer> reads(MissionFilling.Readers who, MissionFilling.Order order) {
        Map<String, IntConsumer> all = new LinkedHashMap<>();
        listed(all, who, order);
        paged(all, who, order);
        all.put(
                "results, first page",
                _ -> some(results.list(who.officer(), null, 30).results(), 30));
        all.put("figures by year", _ -> some(missions.years(), 7));
        all.put("places for the map", _ -> some(missions.reached(), 40));
        all.put("totals of a year", _ -> results.totals(FIRST, LAST));
        all.put(
                "hours of a year, " + MissionRows.PILOTS + " projects, as a table",
                _ -> projects.hoursTable(who.officer(), FIRST, LAST, Language.EN));
        all.put(
                "hours of a year, " + MissionRows.PILOTS + " projects, printed",
                _ -> projects.hoursSheet(who.officer(), FIRST, LAST, Language.EN));
        return all;
    }

    private void listed(Map<String, IntConsumer> all, MissionFilling.Readers who, MissionFilling.Order order) {
        all.put("projects of a consultant, all 20", _ -> listed(who.consultant(), ProjectFilter.ALL, null, 50, 20));
        all.put(
                "projects of a consultant under way",
                _ -> listed(who.consultant(), new ProjectFilter(UNDER_WAY, true, false), null, 50, 6));
        all.put("projects of a client, all 5", _ -> listed(who.client(), ProjectFilter.ALL, null, 50, 5));
        all.put("projects, to a coordinator", _ -> listed(who.officer(), ProjectFilter.ALL, null, 19, 19));
        all.put(
                "projects, the last page",
                _ -> listed(who.officer(), ProjectFilter.ALL, key(11, order.projects()), 50, 10));
        all.put(
                "projects under way",
                _ -> listed(who.officer(), new ProjectFilter(UNDER_WAY, false, false), null, 5, 5));
        all.put(
                "projects that are over",
                _ -> listed(who.officer(), new ProjectFilter(OVER, false, false), null, 13, 13));
        all.put(
                "projects that nobody has met",
                _ -> listed(who.officer(), new ProjectFilter(Set.of(), false, true), null, 1, 1));
        all.put("missions, the three lists of the page", _ -> {
            some(missions.list(who.officer(), ROAD, null, 30).missions(), 0);
            some(missions.list(who.officer(), PLANNED, null, 3).missions(), 3);
            some(missions.list(who.officer(), PAST, null, 30).missions(), 30);
        });
        all.put(
                "missions on the road, none",
                _ -> some(missions.list(who.officer(), ROAD, null, 30).missions(), 0));
        all.put(
                "missions, to a member",
                _ -> some(
                        missions.list(who.member(), MissionFilter.ALL, null, 30).missions(), 30));
        all.put(
                "agreements, first page",
                _ -> some(
                        agreements
                                .list(who.officer(), AgreementFilter.ALL, null, 30)
                                .agreements(),
                        30));
        all.put(
                "agreements that are drafts",
                _ -> some(
                        agreements
                                .list(who.officer(), new AgreementFilter(Set.of(AgreementState.DRAFT)), null, 3)
                                .agreements(),
                        3));
        all.put(
                "agreements, to a guest",
                _ -> some(
                        agreements
                                .list(Asker.guest(), AgreementFilter.ALL, null, 30)
                                .agreements(),
                        30));
    }

    private void paged(Map<String, IntConsumer> all, MissionFilling.Readers who, MissionFilling.Order order) {
        all.put(
                "a project of 50 rows, to its coordinator",
                turn -> project(who.officer(), code('P', turn, order.projects())));
        all.put(
                "a project of 50 rows, to its client",
                turn -> project(who.client(), AdvocacyRows.code('P', place(turn, order.projects()), order.projects())));
        all.put("a mission of 25 visits", turn -> mission(who.officer(), code('D', turn, order.missions())));
        all.put(
                "a mission of 25 visits, to who goes along",
                turn -> mission(
                        who.client(),
                        AdvocacyRows.code(
                                'D', order.missions() - 3 * (turn % MissionRows.OF_CLIENT), order.missions())));
        all.put("an agreement", turn -> {
            var _ = agreements
                    .find(who.officer(), code('A', turn, order.agreements()))
                    .orElseThrow();
        });
        MissionId newest = missions.find(who.officer(), code('D', 0, order.missions()))
                .orElseThrow()
                .line()
                .id();
        all.put("a brief book of 25 visits", _ -> briefs.briefBook(who.officer(), newest, null, Language.EN));
    }

    /** The client's so-manieth project. */
    private static int place(int turn, int projects) {
        int step = projects / MissionRows.OF_CLIENT;
        return turn % MissionRows.OF_CLIENT * step + step / 2;
    }

    /** The code of one of the newest twenty. */
    private static String code(char kind, int turn, int all) {
        return AdvocacyRows.code(kind, all - turn % 20, all);
    }

    private static ListKey key(int place, int all) {
        return new ListKey(AdvocacyRows.year(place, all), AdvocacyRows.number(place, all));
    }

    private void listed(Asker asker, ProjectFilter filter, @Nullable ListKey before, int limit, int expected) {
        some(projects.list(asker, filter, before, limit).projects(), expected);
    }

    private void project(Asker asker, String code) {
        ProjectId id = projects.find(asker, code).orElseThrow().line().id();
        some(log.rows(asker, id, null, LOG_ROWS).rows(), LOG_ROWS);
        some(results.of(asker, new Claim.OfProject(id)), 1);
        some(trace.walk(asker, id.traced(), Language.EN), 1);
    }

    private void mission(Asker asker, String code) {
        var page = missions.find(asker, code).orElseThrow();
        some(page.slots(), MissionRows.VISITS);
        some(results.of(asker, new Claim.OfMission(page.line().id())), 0);
        some(trace.walk(asker, page.line().id().traced(), Language.EN), 0);
    }

    /** What has other rows than meant is no measure. */
    private static void some(List<?> rows, int expected) {
        if (rows.size() < expected) {
            throw new IllegalStateException(rows.size() + " rows instead of " + expected);
        }
    }
}
