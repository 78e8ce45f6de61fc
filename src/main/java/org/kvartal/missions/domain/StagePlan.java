package org.kvartal.missions.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.files.FileId;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.missions.PlanItemId;
import org.kvartal.missions.PlanItemKind;
import org.kvartal.missions.ProjectDesk;
import org.kvartal.missions.ProjectDesk.PlanItemContent;
import org.kvartal.missions.ProjectId;
import org.kvartal.missions.StageId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Goals, tasks and deliverables of stages. The caller holds their project. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class StagePlan {

    private final MissionTasks tasks;
    private final JdbcClient jdbc;
    private final MissionClock clock;

    StagePlan(MissionTasks tasks, JdbcClient jdbc, MissionClock clock) {
        this.tasks = tasks;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record Item(
            PlanItemId id,
            StageId stage,
            PlanItemKind kind,
            boolean fromTasks,
            @Nullable FileId file) {}

    Item item(PlanItemId id) {
        return find(id).orElseThrow(NotFound::new);
    }

    private Optional<Item> find(PlanItemId id) {
        return jdbc.sql("SELECT * FROM plan_item WHERE id = :id")
                .param("id", id.value())
                .query((row, _) -> new Item(
                        id,
                        new StageId(Columns.id(row, "stage")),
                        Stored.code(row, "kind", PlanItemKind.class),
                        row.getBoolean("from_tasks"),
                        Stored.file(row, "file")))
                .optional();
    }

    /** The same id again changes what it says; its kind and its stage stay. */
    void put(StageId stage, PlanItemId id, PlanItemContent content) {
        LocalizedText text = Typed.title("text", content.text().asLine(), ProjectDesk.TITLE_LENGTH);
        LocalDate due = due(content);
        boolean fromTasks = content.kind() == PlanItemKind.GOAL && content.fromTasks();
        Item standing = find(id).orElse(null);
        if (standing == null) {
            insert(stage, id, content.kind(), text, due, fromTasks);
            return;
        }
        if (!standing.stage().equals(stage) || standing.kind() != content.kind()) {
            throw new NotFound();
        }
        jdbc.sql("UPDATE plan_item SET text = :text::jsonb, due = :due::date, from_tasks = :from, opened = false,"
                        + " percent = CASE WHEN :from THEN 0 ELSE percent END WHERE id = :id")
                .param("text", Stored.json(text))
                .param("due", due)
                .param("from", fromTasks)
                .param("id", id.value())
                .update();
        // What is due on another day is owed by another day.
        tasks.planSettled(id);
    }

    private @Nullable LocalDate due(PlanItemContent content) {
        if (content.kind() != PlanItemKind.TASK) {
            return null;
        }
        LocalDate due = content.due();
        if (due == null) {
            throw Refused.at("due", "missions.refused.day");
        }
        return Typed.day("due", due, clock.today());
    }

    private void insert(
            StageId stage,
            PlanItemId id,
            PlanItemKind kind,
            LocalizedText text,
            @Nullable LocalDate due,
            boolean fromTasks) {
        int there = jdbc.sql("SELECT count(*) FROM plan_item WHERE stage = :stage")
                .param("stage", stage.value())
                .query(Integer.class)
                .single();
        if (there >= ProjectDesk.MOST_ITEMS) {
            throw Refused.because("missions.refused.too-many", ProjectDesk.MOST_ITEMS);
        }
        jdbc.sql("""
                INSERT INTO plan_item (id, stage, kind, text, due, percent, from_tasks, comment, link, made_at)
                VALUES (:id, :stage, :kind, :text::jsonb, :due::date, 0, :from, '', '', :now)""")
                .param("id", id.value())
                .param("stage", stage.value())
                .param("kind", kind.name())
                .param("text", Stored.json(text))
                .param("due", due)
                .param("from", fromTasks)
                .param("now", Columns.moment(clock.now()))
                .update();
    }

    void drop(Item item) {
        jdbc.sql("DELETE FROM plan_item WHERE id = :id")
                .param("id", item.id().value())
                .update();
        tasks.planSettled(item.id());
    }

    /** Nobody owes what stands in the plan of that project any more, until it is opened again. */
    void unowe(ProjectId project) {
        jdbc.sql("""
                UPDATE plan_item i SET opened = false FROM project_stage s
                 WHERE s.id = i.stage AND s.project = :project AND i.opened RETURNING i.id""")
                .param("project", project.value())
                .query((row, _) -> Columns.id(row, "id"))
                .list()
                .forEach(id -> tasks.planSettled(new PlanItemId(id)));
    }

    /** All of a stage that is taken out. */
    void forget(StageId stage) {
        items(stage).forEach(id -> tasks.planSettled(new PlanItemId(id)));
    }

    private List<UUID> items(StageId stage) {
        return jdbc.sql("SELECT id FROM plan_item WHERE stage = :stage ORDER BY id")
                .param("stage", stage.value())
                .query((row, _) -> Columns.id(row, "id"))
                .list();
    }

    void assess(Item goal, int percent, String comment) {
        require(goal, PlanItemKind.GOAL);
        if (goal.fromTasks()) {
            throw Refused.because("missions.refused.from-tasks");
        }
        jdbc.sql("UPDATE plan_item SET percent = :percent, comment = :comment WHERE id = :id")
                .param("percent", Typed.number("percent", percent, 0, 100))
                .param("comment", Typed.block("comment", comment, Typed.REASON_LENGTH))
                .param("id", goal.id().value())
                .update();
    }

    void tick(Asker by, Item task, boolean done) {
        require(task, PlanItemKind.TASK);
        settle(by, task.id(), done);
    }

    /** @param file null where a link is given */
    void deliver(Asker by, Item deliverable, @Nullable FileId file, String link) {
        require(deliverable, PlanItemKind.DELIVERABLE);
        jdbc.sql("UPDATE plan_item SET file = :file::uuid, link = :link WHERE id = :id")
                .param("file", file == null ? null : file.value())
                .param("link", link)
                .param("id", deliverable.id().value())
                .update();
        settle(by, deliverable.id(), true);
    }

    private void settle(Asker by, PlanItemId id, boolean done) {
        jdbc.sql("UPDATE plan_item SET done_at = :at::timestamptz, done_by = :by::uuid, opened = false WHERE id = :id")
                .param("at", done ? Columns.moment(clock.now()) : null)
                .param("by", done ? by.person().map(PersonId::value).orElse(null) : null)
                .param("id", id.value())
                .update();
        tasks.planSettled(id);
    }

    static void require(Item item, PlanItemKind kind) {
        if (item.kind() != kind) {
            throw new NotFound();
        }
    }
}
