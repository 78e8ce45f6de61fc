package org.kvartal.missions.domain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.PersonId;
import org.kvartal.missions.AgreementId;
import org.kvartal.missions.DelegationId;
import org.kvartal.missions.FollowUpId;
import org.kvartal.missions.GateId;
import org.kvartal.missions.LogId;
import org.kvartal.missions.MissionPages;
import org.kvartal.missions.PlanItemId;
import org.kvartal.missions.SlotId;
import org.kvartal.missions.StageId;
import org.kvartal.tasks.Audience;
import org.kvartal.tasks.Due;
import org.kvartal.tasks.TaskWish;
import org.kvartal.tasks.Tasks;
import org.springframework.stereotype.Component;

/** What consultants and coordinators owe: a decision at a gate, a client's word to it, a task of a plan, a row that is disputed, a host who moves, a look back, an agreement that ends. */
@Component
class MissionTasks {

    private static final String OFFICE = Audience.role("OFFICER");

    private final Tasks tasks;
    private final MissionClock clock;

    MissionTasks(Tasks tasks, MissionClock clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    /** Waits for the coordinator; for the office where they may not decide themselves. */
    void decide(MentorProject project, StageId stage, PersonId asked) {
        open(
                "missions.gate:" + stage,
                project.coordinator().equals(asked) ? OFFICE : coordinator(project),
                "missions.task.gate",
                project.code(),
                MissionPages.project(project.code()),
                null);
    }

    void decided(StageId stage) {
        tasks.done("missions.gate:" + stage);
    }

    private static String coordinator(MentorProject project) {
        return project.coordinator().equals(project.consultant()) ? OFFICE : Audience.person(project.coordinator());
    }

    /** Letters have not brought the client's word: somebody calls, or has it on paper. */
    void wordAwaited(MentorProject project, GateId gate) {
        open(
                "missions.word:" + gate,
                coordinator(project),
                "missions.task.word",
                project.code(),
                MissionPages.project(project.code()),
                null);
    }

    void wordCameBack(MentorProject project, GateId gate) {
        open(
                "missions.word:" + gate,
                Audience.person(project.consultant()),
                "missions.task.bounced",
                project.code(),
                MissionPages.project(project.code()),
                null);
    }

    void wordSettled(GateId gate) {
        tasks.done("missions.word:" + gate);
    }

    /** The client does not stand by the decision: the consultant asks for another once it is mended. */
    void rework(MentorProject project, StageId stage) {
        open(
                "missions.rework:" + stage,
                Audience.person(project.consultant()),
                "missions.task.rework",
                project.code(),
                MissionPages.project(project.code()),
                null);
    }

    void reworked(StageId stage) {
        tasks.done("missions.rework:" + stage);
    }

    void planned(PlanItemId item, PersonId consultant, String code, LocalDate due) {
        open(
                "missions.plan:" + item,
                Audience.person(consultant),
                "missions.task.plan",
                code,
                MissionPages.project(code),
                due);
    }

    void planSettled(PlanItemId item) {
        tasks.done("missions.plan:" + item);
    }

    void disputed(MentorProject project, LogId row) {
        open(
                "missions.row:" + row,
                Audience.person(project.consultant()),
                "missions.task.row",
                project.code(),
                MissionPages.project(project.code()),
                null);
    }

    void rowCameBack(MentorProject project, LogId row) {
        open(
                "missions.row:" + row,
                Audience.person(project.consultant()),
                "missions.task.bounced",
                project.code(),
                MissionPages.project(project.code()),
                null);
    }

    void rowSettled(LogId row) {
        tasks.done("missions.row:" + row);
    }

    /** @param day how many days after the end it is */
    void lookBack(FollowUpId look, PersonId who, boolean mission, String code, int day, LocalDate due) {
        String said = mission
                ? switch (day) {
                    case FollowUps.DEBRIEF -> "missions.task.debrief";
                    case FollowUps.CALLS -> "missions.task.calls";
                    default -> "missions.task.look-mission";
                }
                : "missions.task.look-project";
        open(
                "missions.look:" + look,
                Audience.person(who),
                said,
                code,
                mission ? MissionPages.mission(code) : MissionPages.project(code),
                due);
    }

    void looked(FollowUpId look) {
        tasks.done("missions.look:" + look);
    }

    void hostMoves(SlotId slot, PersonId coordinator, String code) {
        open(
                "missions.host:" + slot,
                Audience.person(coordinator),
                "missions.task.host",
                code,
                MissionPages.mission(code),
                null);
    }

    void hostCameBack(SlotId slot, PersonId coordinator, String code) {
        open(
                "missions.host:" + slot,
                Audience.person(coordinator),
                "missions.task.bounced",
                code,
                MissionPages.mission(code),
                null);
    }

    void rosterCameBack(DelegationId delegation, PersonId coordinator, String code) {
        open(
                "missions.roster:" + delegation,
                Audience.person(coordinator),
                "missions.task.bounced",
                code,
                MissionPages.mission(code),
                null);
    }

    void rosterSettled(DelegationId delegation) {
        tasks.done("missions.roster:" + delegation);
    }

    void hostSettled(SlotId slot) {
        tasks.done("missions.host:" + slot);
    }

    void agreementEnds(AgreementId agreement, String code, LocalDate ends) {
        open(
                "missions.agreement:" + agreement,
                OFFICE,
                "missions.task.agreement",
                code,
                MissionPages.agreement(code),
                ends);
    }

    void agreementSettled(AgreementId agreement) {
        tasks.done("missions.agreement:" + agreement);
    }

    private void open(String key, String audience, String said, String code, String path, @Nullable LocalDate due) {
        tasks.open(
                new TaskWish(key, audience, said, List.of(code), path, due == null ? null : Due.on(due, clock.zone())));
    }
}
