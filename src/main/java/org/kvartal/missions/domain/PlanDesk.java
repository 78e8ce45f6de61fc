package org.kvartal.missions.domain;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.kvartal.files.FileId;
import org.kvartal.files.FileOwner;
import org.kvartal.files.Files;
import org.kvartal.files.StoredFile;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Refused;
import org.kvartal.missions.PlanItemId;
import org.kvartal.missions.PlanItemKind;
import org.kvartal.missions.ProjectDesk;
import org.kvartal.missions.ProjectDesk.PlanItemContent;
import org.kvartal.missions.ProjectDesk.StageContent;
import org.kvartal.missions.ProjectId;
import org.kvartal.missions.ProjectState;
import org.kvartal.missions.StageId;
import org.kvartal.missions.domain.StagePlan.Item;
import org.kvartal.missions.domain.Templates.PlannedStage;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** How the plan of a project is made and changed, by whoever keeps it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PlanDesk {

    private final ProjectBook book;
    private final ProjectStageRepository stages;
    private final StagePlan plan;
    private final Gates gates;
    private final Files files;
    private final MissionTrail trail;
    private final TransactionTemplate transaction;
    private final MissionClock clock;

    PlanDesk(
            ProjectBook book,
            ProjectStageRepository stages,
            StagePlan plan,
            Gates gates,
            Files files,
            MissionTrail trail,
            TransactionTemplate transaction,
            MissionClock clock) {
        this.book = book;
        this.stages = stages;
        this.plan = plan;
        this.gates = gates;
        this.files = files;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Lays a plan out for a project that has none; its first stage begins. */
    void lay(ProjectId project, List<PlannedStage> planned) {
        int place = 1;
        for (PlannedStage one : planned) {
            ProjectStage stage = ProjectStage.of(project, StageId.next(), place, one.content(), clock.today());
            if (place == 1) {
                stage.begin();
            }
            stages.saveAndFlush(stage);
            one.items().forEach(item -> plan.put(stage.id(), PlanItemId.next(), item));
            place++;
        }
    }

    void addStage(Asker by, ProjectId id, StageId stage, StageContent content) {
        MentorProject project = book.hold(by, id);
        List<ProjectStage> there = book.stages(id);
        if (there.stream().anyMatch(one -> one.id().equals(stage))) {
            return;
        }
        if (project.state() != ProjectState.RUNNING && project.state() != ProjectState.PAUSED) {
            throw Refused.because("missions.refused.state");
        }
        if (there.size() >= ProjectDesk.MOST_STAGES) {
            throw Refused.because("missions.refused.too-many", ProjectDesk.MOST_STAGES);
        }
        stages.saveAndFlush(ProjectStage.of(id, stage, there.size() + 1, content, clock.today()));
        changed(by, project);
    }

    void changeStage(Asker by, StageId id, long version, StageContent content) {
        MentorProject project = book.hold(by, book.projectOf(id));
        ProjectStage stage = book.stage(id);
        stage.change(version, content, clock.today());
        stages.saveAndFlush(stage);
        changed(by, project);
    }

    void moveStage(Asker by, StageId id, int place) {
        MentorProject project = book.hold(by, book.projectOf(id));
        List<ProjectStage> order = new ArrayList<>(book.stages(project.id()));
        ProjectStage moved = order.stream()
                .filter(stage -> stage.id().equals(id))
                .findFirst()
                .orElseThrow();
        moved.requireAhead();
        int begun = (int) order.stream().filter(stage -> !stage.ahead()).count();
        order.remove(moved);
        order.add(Math.clamp(place - 1L, begun, order.size()), moved);
        number(order);
        changed(by, project);
    }

    void dropStage(Asker by, StageId id) {
        MentorProject project = book.hold(by, book.projectOf(id));
        ProjectStage stage = book.stage(id);
        stage.requireAhead();
        if (gates.any(id)) {
            // It has begun once: what was decided at its gate is kept.
            throw Refused.because("missions.refused.state");
        }
        plan.forget(id);
        stages.delete(stage);
        number(book.stages(project.id()).stream()
                .filter(one -> !one.id().equals(id))
                .toList());
        changed(by, project);
    }

    private void number(List<ProjectStage> order) {
        for (int i = 0; i < order.size(); i++) {
            if (order.get(i).place() != i + 1) {
                order.get(i).move(i + 1);
            }
        }
        stages.saveAllAndFlush(order);
    }

    void put(Asker by, StageId stage, PlanItemId item, PlanItemContent content) {
        MentorProject project = holdPlan(by, stage);
        plan.put(stage, item, content);
        changed(by, project);
    }

    void drop(Asker by, PlanItemId id) {
        Item item = plan.item(id);
        MentorProject project = holdPlan(by, item.stage());
        plan.drop(item);
        changed(by, project);
    }

    void assess(Asker by, PlanItemId goal, int percent, String comment) {
        Item item = plan.item(goal);
        MentorProject project = holdPlan(by, item.stage());
        plan.assess(item, percent, comment);
        changed(by, project);
    }

    void tick(Asker by, PlanItemId task, boolean done) {
        Item item = plan.item(task);
        MentorProject project = holdPlan(by, item.stage());
        plan.tick(by, item, done);
        changed(by, project);
    }

    void point(Asker by, PlanItemId deliverable, String link) {
        String address = Typed.link("link", link);
        Item item = plan.item(deliverable);
        MentorProject project = holdPlan(by, item.stage());
        plan.deliver(by, item, null, address);
        changed(by, project);
    }

    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    StoredFile deliver(Asker by, PlanItemId deliverable, String name, InputStream content) {
        ProjectId project = Objects.requireNonNull(transaction.execute(_ -> {
            Item item = plan.item(deliverable);
            StagePlan.require(item, PlanItemKind.DELIVERABLE);
            return holdPlan(by, item.stage()).id();
        }));
        StoredFile file = files.store(by, new FileOwner(MissionFiles.MODULE, project.value()), name, content);
        try {
            transaction.executeWithoutResult(_ -> {
                Item item = plan.item(deliverable);
                MentorProject held = holdPlan(by, item.stage());
                FileId before = item.file();
                plan.deliver(by, item, file.id(), "");
                if (before != null) {
                    files.remove(before);
                }
                changed(by, held);
            });
        } catch (RuntimeException changedMeanwhile) {
            files.remove(file.id());
            throw changedMeanwhile;
        }
        return file;
    }

    /** Nobody owes what stands in the plan any more; what is still due is opened again for whoever the consultant is. */
    void unowe(ProjectId project) {
        plan.unowe(project);
    }

    private MentorProject holdPlan(Asker by, StageId stage) {
        MentorProject project = book.hold(by, book.projectOf(stage));
        book.stage(stage).requirePlanned();
        return project;
    }

    private void changed(Asker by, MentorProject project) {
        book.touch(project);
        trail.project(by, "missions.plan-changed", project.id());
    }
}
