package org.kvartal.missions.domain;

import org.kvartal.kernel.Asker;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.PlainText;
import org.kvartal.kernel.Refused;
import org.kvartal.missions.GateDecided;
import org.kvartal.missions.GateVerdict;
import org.kvartal.missions.ProjectState;
import org.kvartal.missions.StageId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How a project goes from stage to stage. At a gate the consultant asks, and somebody else decides. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class GateDesk {

    private final ProjectBook book;
    private final ProjectStageRepository stages;
    private final Gates gates;
    private final ProjectSight sight;
    private final MissionTasks tasks;
    private final MissionTrail trail;
    private final MissionTelling telling;
    private final ApplicationEventPublisher facts;
    private final MissionClock clock;

    GateDesk(
            ProjectBook book,
            ProjectStageRepository stages,
            Gates gates,
            ProjectSight sight,
            MissionTasks tasks,
            MissionTrail trail,
            MissionTelling telling,
            ApplicationEventPublisher facts,
            MissionClock clock) {
        this.book = book;
        this.stages = stages;
        this.gates = gates;
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
        String words = Typed.block("note", note, Typed.REASON_LENGTH);
        ProjectStage stage = book.stage(id);
        stage.ask(version, person);
        stages.saveAndFlush(stage);
        gates.asked(id, person, words);
        tasks.decide(project, id, person);
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
        String words = verdict == GateVerdict.GO
                ? Typed.block("note", note, Typed.REASON_LENGTH)
                : Typed.requiredBlock("note", note, Typed.REASON_LENGTH);
        ProjectStage stage = book.stage(id);
        stage.decide(version, verdict, person);
        stages.saveAndFlush(stage);
        gates.decided(id, person, verdict, words);
        tasks.decided(id);
        switch (verdict) {
            case GO -> goOn(by, project);
            case REWORK -> book.touch(project);
            case STOP -> {
                project.stop(words, clock.now());
                book.save(project);
            }
        }
        trail.project(
                by,
                "missions.gate-decided",
                project.id(),
                entry -> entry.with("stage", id.value())
                        .with("verdict", verdict)
                        .because(words.isEmpty() ? null : PlainText.block(words)));
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

    /** The project ends: nothing waits at its gates any more. */
    void forget(MentorProject project) {
        book.stages(project.id()).forEach(stage -> tasks.decided(stage.id()));
    }

    /** Others do and coordinate it now: what waits at a gate waits for them. */
    void restaffed(MentorProject project) {
        for (ProjectStage stage : book.stages(project.id())) {
            PersonId asked = stage.askedBy();
            if (asked != null) {
                tasks.decided(stage.id());
                tasks.decide(project, stage.id(), asked);
            }
        }
    }
}
