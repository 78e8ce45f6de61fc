package org.kvartal.missions.domain;

import java.util.List;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.PlainText;
import org.kvartal.kernel.Refused;
import org.kvartal.missions.GateDecided;
import org.kvartal.missions.GateId;
import org.kvartal.missions.GateVerdict;
import org.kvartal.missions.ProjectState;
import org.kvartal.missions.StageId;
import org.kvartal.missions.StageState;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How a project goes from stage to stage. At a gate the consultant asks, somebody else decides, and the client countersigns. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class GateDesk {

    private final ProjectBook book;
    private final ProjectStageRepository stages;
    private final StagePlan plan;
    private final Gates gates;
    private final GateWords words;
    private final ProjectSight sight;
    private final MissionTasks tasks;
    private final MissionTrail trail;
    private final MissionTelling telling;
    private final ApplicationEventPublisher facts;
    private final MissionClock clock;

    GateDesk(
            ProjectBook book,
            ProjectStageRepository stages,
            StagePlan plan,
            Gates gates,
            GateWords words,
            ProjectSight sight,
            MissionTasks tasks,
            MissionTrail trail,
            MissionTelling telling,
            ApplicationEventPublisher facts,
            MissionClock clock) {
        this.book = book;
        this.stages = stages;
        this.plan = plan;
        this.gates = gates;
        this.words = words;
        this.sight = sight;
        this.tasks = tasks;
        this.trail = trail;
        this.telling = telling;
        this.facts = facts;
        this.clock = clock;
    }

    void ask(Asker by, StageId id, long version, String note) {
        PersonId person = by.requirePerson();
        MentorProject project = book.hold(by, book.projectOf(id));
        project.require(ProjectState.RUNNING);
        String asked = Typed.block("note", note, Typed.REASON_LENGTH);
        ProjectStage stage = book.stage(id);
        stage.ask(version, person);
        stages.saveAndFlush(stage);
        gates.asked(id, person, asked);
        tasks.decide(project, id, person);
        tasks.reworked(id);
        book.touch(project);
        trail.project(by, "missions.gate-asked", project.id(), entry -> entry.with("stage", id.value()));
    }

    void decide(Asker by, StageId id, long version, GateVerdict verdict, String note) {
        PersonId person = by.requirePerson();
        MentorProject project = book.holdToCoordinate(by, book.projectOf(id));
        project.require(ProjectState.RUNNING);
        if (sight.isConsultant(by, project)) {
            throw Refused.because("missions.refused.own-gate");
        }
        String reason = verdict == GateVerdict.GO
                ? Typed.block("note", note, Typed.REASON_LENGTH)
                : Typed.requiredBlock("note", note, Typed.REASON_LENGTH);
        ProjectStage stage = book.stage(id);
        stage.decide(version, verdict, person);
        stages.saveAndFlush(stage);
        GateId gate = gates.decided(id, person, verdict, reason);
        tasks.decided(id);
        switch (verdict) {
            case GO -> goOn(by, project);
            case REWORK -> book.touch(project);
            case STOP -> {
                project.stop(reason, clock.now());
                plan.unowe(project.id());
                book.save(project);
            }
        }
        if (verdict != GateVerdict.REWORK) {
            words.await(by, project, gate);
        }
        trail.project(
                by,
                "missions.gate-decided",
                project.id(),
                entry -> entry.with("stage", id.value())
                        .with("verdict", verdict)
                        .because(reason.isEmpty() ? null : PlainText.block(reason)));
        facts.publishEvent(new GateDecided(project.id(), id, verdict));
        telling.gateDecided(by, project, id, clock.now());
    }

    void finish(Asker by, StageId id, long version) {
        MentorProject project = book.hold(by, book.projectOf(id));
        project.require(ProjectState.RUNNING);
        ProjectStage stage = book.stage(id);
        stage.finish(version);
        stages.saveAndFlush(stage);
        goOn(by, project);
        trail.project(by, "missions.stage-finished", project.id(), entry -> entry.with("stage", id.value()));
    }

    /** The next stage begins; after the last one the project closes. */
    private void goOn(Asker by, MentorProject project) {
        ProjectStage next = book.stages(project.id()).stream()
                .filter(ProjectStage::ahead)
                .findFirst()
                .orElse(null);
        if (next == null) {
            project.close(clock.now());
            trail.project(by, "missions.project-closing", project.id());
            book.save(project);
            return;
        }
        next.begin();
        stages.saveAndFlush(next);
        book.touch(project);
    }

    /** The client does not stand by what was decided at that gate: work goes on there, and what had begun behind it stands ahead. */
    void reopen(MentorProject project, StageId id) {
        ProjectStage back = book.stage(id);
        List<ProjectStage> behind = book.stages(project.id()).stream()
                .filter(stage -> stage.place() > back.place() && !stage.ahead())
                .toList();
        for (ProjectStage stage : behind) {
            tasks.decided(stage.id());
            tasks.reworked(stage.id());
            gates.takenBack(stage.id());
            stage.putBack();
        }
        stages.saveAllAndFlush(behind);
        words.awaited(project.id()).stream()
                .filter(word -> behind.stream().anyMatch(stage -> stage.id().equals(word.stage())))
                .forEach(words::withdraw);
        back.reopen();
        stages.saveAndFlush(back);
        project.reopen(clock.today(), clock.now());
        book.save(project);
        tasks.rework(project, id);
    }

    /** The project ends: nothing waits at its gates any more. */
    void forget(MentorProject project) {
        for (ProjectStage stage : book.stages(project.id())) {
            tasks.decided(stage.id());
            tasks.reworked(stage.id());
        }
        words.awaited(project.id()).forEach(words::withdraw);
    }

    /** Others do and coordinate it now: what waits at a gate waits for them. */
    void restaffed(MentorProject project) {
        for (ProjectStage stage : book.stages(project.id())) {
            PersonId asked = stage.askedBy();
            if (asked != null) {
                tasks.decided(stage.id());
                tasks.decide(project, stage.id(), asked);
            }
            tasks.reworked(stage.id());
            if (stage.state() == StageState.CURRENT && gates.refused(stage.id())) {
                tasks.rework(project, stage.id());
            }
        }
        words.restaffed(project);
    }
}
