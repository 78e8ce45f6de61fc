package org.kvartal.missions.domain;

import java.util.List;
import java.util.UUID;
import org.kvartal.accounts.People;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.missions.LogId;
import org.kvartal.missions.MissionRights;
import org.kvartal.missions.ProjectId;
import org.kvartal.missions.StageId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes a project in hand: one is locked while something about it changes, and pages that show it read again afterwards. */
@Component
class ProjectBook {

    private final MentorProjectRepository projects;
    private final ProjectStageRepository stages;
    private final ProjectSight sight;
    private final People people;
    private final Permissions permissions;
    private final MissionTelling telling;
    private final JdbcClient jdbc;
    private final MissionClock clock;

    ProjectBook(
            MentorProjectRepository projects,
            ProjectStageRepository stages,
            ProjectSight sight,
            People people,
            Permissions permissions,
            MissionTelling telling,
            JdbcClient jdbc,
            MissionClock clock) {
        this.projects = projects;
        this.stages = stages;
        this.sight = sight;
        this.people = people;
        this.permissions = permissions;
        this.telling = telling;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** For whoever keeps it. */
    @Transactional(propagation = Propagation.MANDATORY)
    MentorProject hold(Asker by, ProjectId id) {
        MentorProject project = lock(id);
        sight.requireKeeper(by, project);
        return project;
    }

    /** For whoever coordinates. */
    @Transactional(propagation = Propagation.MANDATORY)
    MentorProject holdToCoordinate(Asker by, ProjectId id) {
        MentorProject project = lock(id);
        sight.requireCoordinator(by, project);
        return project;
    }

    /** Whoever asks was seen to, or is let in by a link. */
    @Transactional(propagation = Propagation.MANDATORY)
    MentorProject lock(ProjectId id) {
        return projects.lock(id.value()).orElseThrow(NotFound::new);
    }

    MentorProject find(UUID id) {
        return projects.findById(id).orElseThrow(NotFound::new);
    }

    void save(MentorProject project) {
        projects.saveAndFlush(project);
        telling.changed(project.id());
    }

    /** Something of its plan or its papers has changed. */
    void touch(MentorProject project) {
        project.touch(clock.now());
        save(project);
    }

    /** Read apart from the stage itself, which is read once its project is held: what somebody has changed meanwhile is seen then. */
    ProjectId projectOf(StageId stage) {
        return owner("SELECT project FROM project_stage WHERE id = :id", stage.value());
    }

    /** The same of a row of the log. */
    ProjectId projectOf(LogId row) {
        return owner("SELECT project FROM log_row WHERE id = :id", row.value());
    }

    private ProjectId owner(String sql, UUID id) {
        return jdbc.sql(sql)
                .param("id", id)
                .query((row, _) -> new ProjectId(Columns.id(row, "project")))
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** The caller holds the project. */
    ProjectStage stage(StageId stage) {
        return stages.findById(stage.value()).orElseThrow(NotFound::new);
    }

    List<ProjectStage> stages(ProjectId project) {
        return stages.findByProjectOrderByPlace(project.value());
    }

    /** @throws Refused at {@code consultant} or {@code coordinator} if they can't be that */
    void requireStaff(PersonId consultant, PersonId coordinator) {
        if (people.card(consultant).isEmpty()) {
            throw Refused.at("consultant", "missions.refused.person");
        }
        requireCoordinator(coordinator);
    }

    /** @throws Refused at {@code coordinator} unless that person may coordinate */
    void requireCoordinator(PersonId coordinator) {
        if (permissions
                .among(List.of(coordinator), MissionRights.COORDINATE, Scope.PLATFORM)
                .isEmpty()) {
            throw Refused.at("coordinator", "missions.refused.coordinator");
        }
    }
}
