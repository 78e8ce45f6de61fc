package org.kvartal.missions.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.PersonId;
import org.kvartal.missions.FollowUpId;
import org.kvartal.missions.GateId;
import org.kvartal.missions.LogId;
import org.kvartal.missions.PlanItemId;
import org.kvartal.missions.ProjectId;
import org.kvartal.missions.ProjectState;
import org.kvartal.missions.Projects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of projects because time goes by. */
@Component
class ProjectTime {

    private static final int BATCH = 200;

    /** So many days before it is due a task of a plan is owed. */
    private static final int SOON_DAYS = 7;

    private final KeptLog log;
    private final KeptCountersignatures countersignatures;
    private final ProjectBook book;
    private final MissionTasks tasks;
    private final MissionTelling telling;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final MissionClock clock;

    ProjectTime(
            KeptLog log,
            KeptCountersignatures countersignatures,
            ProjectBook book,
            MissionTasks tasks,
            MissionTelling telling,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            MissionClock clock) {
        this.log = log;
        this.countersignatures = countersignatures;
        this.book = book;
        this.tasks = tasks;
        this.telling = telling;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Rows of logs to which clients have said nothing for so long are confirmed by that.
     *
     * @return whether there may be more
     */
    boolean assumeSilence() {
        List<LogId> silent = log.silent(BATCH);
        silent.forEach(log::assume);
        return silent.size() == BATCH;
    }

    /**
     * Clients who have said nothing to a decision for some days are reminded, once.
     *
     * @return whether there may be more
     */
    boolean remindOfGates() {
        List<GateId> silent = countersignatures.silent(BATCH);
        silent.forEach(countersignatures::remind);
        return silent.size() == BATCH;
    }

    private record Silent(ProjectId project, LocalDate since, Set<PersonId> people) {}

    /**
     * Tells consultant and coordinator, once for each silence, that nobody has met the client for so long.
     *
     * @return whether there may be more
     */
    @Transactional
    boolean tellSilent() {
        List<Silent> silent = jdbc.sql("""
                UPDATE mentor_project SET told_silent = silent_since
                 WHERE id IN (SELECT id FROM mentor_project
                               WHERE state IN ('RUNNING', 'CLOSING') AND silent_since < :before
                                 AND told_silent IS DISTINCT FROM silent_since
                               ORDER BY silent_since, id LIMIT :batch FOR UPDATE SKIP LOCKED)
                RETURNING id, silent_since, consultant, coordinator""")
                .param("before", clock.today().minusDays(Projects.SILENT_DAYS))
                .param("batch", BATCH)
                .query((row, _) -> {
                    PersonId consultant = Columns.person(row, "consultant");
                    PersonId coordinator = Columns.person(row, "coordinator");
                    return new Silent(
                            new ProjectId(Columns.id(row, "id")),
                            Stored.day(row, "silent_since"),
                            consultant.equals(coordinator) ? Set.of(consultant) : Set.of(consultant, coordinator));
                })
                .list();
        silent.forEach(one -> telling.silent(one.project(), one.since(), one.people()));
        return silent.size() == BATCH;
    }

    private record Planned(PlanItemId item, PersonId consultant, String code, LocalDate due) {}

    /**
     * What is due within a week is owed by the consultant.
     *
     * @return whether there may be more
     */
    @Transactional
    boolean openPlanned() {
        List<Planned> planned = jdbc.sql("""
                UPDATE plan_item i SET opened = true FROM project_stage s JOIN mentor_project p ON p.id = s.project
                 WHERE s.id = i.stage AND i.id IN (
                       SELECT t.id FROM plan_item t
                         JOIN project_stage g ON g.id = t.stage JOIN mentor_project o ON o.id = g.project
                        WHERE t.kind = 'TASK' AND t.done_at IS NULL AND NOT t.opened AND t.due <= :soon
                          AND o.state IN ('RUNNING', 'CLOSING') AND g.state <> 'STOPPED'
                        ORDER BY t.due, t.id LIMIT :batch FOR UPDATE OF t SKIP LOCKED)
                RETURNING i.id, i.due, p.consultant, p.year, p.number""")
                .param("soon", clock.today().plusDays(SOON_DAYS))
                .param("batch", BATCH)
                .query((row, _) -> new Planned(
                        new PlanItemId(Columns.id(row, "id")),
                        Columns.person(row, "consultant"),
                        MissionCode.of(MissionCode.PROJECT, row),
                        Stored.day(row, "due")))
                .list();
        planned.forEach(one -> tasks.planned(one.item(), one.consultant(), one.code(), one.due()));
        return planned.size() == BATCH;
    }

    private record Look(FollowUpId id, UUID subject, boolean mission, int day, LocalDate due) {}

    /**
     * Looks back whose day has come are owed: of a project by its consultant, of a mission by its coordinator.
     *
     * @return whether there may be more
     */
    boolean openLooks() {
        List<Look> due = jdbc.sql("""
                SELECT * FROM follow_up WHERE NOT opened AND done_at IS NULL AND due <= :today ORDER BY due, id LIMIT :batch""")
                .param("today", clock.today())
                .param("batch", BATCH)
                .query((row, _) -> new Look(
                        new FollowUpId(Columns.id(row, "id")),
                        Columns.id(row, "subject"),
                        row.getString("kind").equals("MISSION"),
                        row.getInt("day"),
                        Stored.day(row, "due")))
                .list();
        due.forEach(look -> transaction.executeWithoutResult(_ -> open(look)));
        return due.size() == BATCH;
    }

    private void open(Look look) {
        int opened = jdbc.sql("UPDATE follow_up SET opened = true WHERE id = :id AND NOT opened AND done_at IS NULL")
                .param("id", look.id().value())
                .update();
        if (opened == 0) {
            return;
        }
        Owed owed = look.mission() ? ofMission(look.subject()) : ofProject(look.subject());
        if (owed != null) {
            tasks.lookBack(look.id(), owed.who(), look.mission(), owed.code(), look.day(), look.due());
        }
    }

    private record Owed(PersonId who, String code) {}

    private Owed ofProject(UUID id) {
        MentorProject project = book.lock(new ProjectId(id));
        if (project.state() == ProjectState.COMPLETED) {
            project.followUp(clock.now());
            book.save(project);
        }
        return new Owed(project.consultant(), project.code());
    }

    private @Nullable Owed ofMission(UUID id) {
        return jdbc.sql("SELECT coordinator, year, number FROM mission WHERE id = :id")
                .param("id", id)
                .query((row, _) ->
                        new Owed(Columns.person(row, "coordinator"), MissionCode.of(MissionCode.MISSION, row)))
                .optional()
                .orElse(null);
    }
}
