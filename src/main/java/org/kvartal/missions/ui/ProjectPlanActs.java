package org.kvartal.missions.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Refused;
import org.kvartal.missions.GateVerdict;
import org.kvartal.missions.PlanItemId;
import org.kvartal.missions.PlanItemKind;
import org.kvartal.missions.ProjectDesk;
import org.kvartal.missions.ProjectDesk.PlanItemContent;
import org.kvartal.missions.ProjectDesk.StageContent;
import org.kvartal.missions.Projects.PlanItem;
import org.kvartal.missions.Projects.ProjectPage;
import org.kvartal.missions.Projects.StageLine;
import org.kvartal.missions.StageId;
import org.kvartal.missions.StageState;
import org.kvartal.shell.DayField;
import org.kvartal.shell.FileDrop;
import org.kvartal.shell.LocalizedField;
import org.kvartal.shell.MoreMenu;
import org.kvartal.shell.Notices;

/** What can be done with the plan of a project: its stages, what stands in them, and their gates. */
@org.springframework.stereotype.Component
class ProjectPlanActs {

    private final ProjectDesk desk;
    private final ProjectDue due;

    ProjectPlanActs(ProjectDesk desk, ProjectDue due) {
        this.desk = desk;
        this.due = due;
    }

    /** What a stage waits for, and what is added to it. */
    void into(Acts acts, StageLine stage, boolean open) {
        Words words = acts.words();
        if (stage.mayDecide()) {
            acts.next("project-decide", () -> decide(stage, words));
        }
        if (stage.mayAsk()) {
            if (stage.gate()) {
                acts.next("project-ask", () -> ask(stage, words));
            } else {
                acts.next(
                        "project-finish",
                        () -> form(stage, words, "project-finish")
                                .note(words.text("missions.app.project-finish-text"))
                                .doing(() -> desk.finish(words.asker(), stage.id(), stage.version())));
            }
        }
        if (open) {
            acts.also("project-plan", () -> put(stage, null, words));
        }
    }

    /** What is done seldom with a stage; empty where nothing is. */
    Optional<Component> seldom(
            StageLine stage, ProjectPage page, Words words, Div place, Runnable again, boolean open) {
        List<MoreMenu.Line> lines = new ArrayList<>();
        if (open && (stage.state() == StageState.AHEAD || stage.state() == StageState.CURRENT)) {
            lines.add(line("project-edit-stage", words, () -> change(stage, words), place, again));
        }
        if (open && stage.state() == StageState.AHEAD) {
            boolean first = page.stages().stream()
                            .filter(one -> one.state() == StageState.AHEAD)
                            .mapToInt(StageLine::place)
                            .min()
                            .orElse(0)
                    == stage.place();
            if (!first) {
                lines.add(new MoreMenu.Line(
                        words.text("missions.app.project-stage-up"),
                        () -> now(words, again, () -> desk.moveStage(words.asker(), stage.id(), stage.place() - 1))));
            }
            if (stage.place() < page.stages().size()) {
                lines.add(new MoreMenu.Line(
                        words.text("missions.app.project-stage-down"),
                        () -> now(words, again, () -> desk.moveStage(words.asker(), stage.id(), stage.place() + 1))));
            }
            lines.add(line("project-drop-stage", words, () -> drop(stage, words), place, again));
        }
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(MoreMenu.of(words.text("missions.project.more-of", words.name(stage.title())), lines));
    }

    /** What can be done with one thing in the plan. */
    Component menu(StageLine stage, PlanItem item, Words words, Div place, Runnable again) {
        List<MoreMenu.Line> lines = new ArrayList<>();
        if (item.kind() == PlanItemKind.GOAL && !item.fromTasks()) {
            lines.add(line("project-assess", words, () -> assess(item, words), place, again));
        }
        if (item.kind() == PlanItemKind.DELIVERABLE) {
            lines.add(line("project-deliver", words, () -> deliver(item, words, place, again), place, again));
        }
        lines.add(line("project-edit-item", words, () -> put(stage, item, words), place, again));
        lines.add(line(
                "project-drop-item",
                words,
                () -> new Ask(words, "missions.drop-item." + item.id(), "missions.app.project-drop-item")
                        .note(words.text("missions.app.project-drop-item-text", words.name(item.text())))
                        .harmful()
                        .doing(() -> desk.drop(words.asker(), item.id())),
                place,
                again));
        return MoreMenu.of(words.text("missions.project.more-of", words.name(item.text())), lines);
    }

    Div tick(PlanItem item, Words words, Runnable again) {
        return due.tick(item, words, again);
    }

    private static MoreMenu.Line line(String what, Words words, Supplier<Ask> form, Div place, Runnable again) {
        return new MoreMenu.Line(
                words.text("missions.app." + what), () -> form.get().open(place, again));
    }

    private static void now(Words words, Runnable again, Runnable act) {
        try {
            act.run();
            Notices.done(words.text("missions.app.done"));
        } catch (Refused refused) {
            Notices.problem(words.refusal(refused));
        }
        again.run();
    }

    private static Ask form(StageLine stage, Words words, String what) {
        return new Ask(words, "missions." + what + "." + stage.id(), "missions.app." + what);
    }

    Ask add(ProjectPage page, Words words) {
        Ask ask = Ask.titled(words, "missions.add-stage." + page.line().code(), "missions.app.project-add-stage");
        StageId id = StageId.next();
        StageFields fields = new StageFields(ask, words, null, page.content().ends());
        return ask.doing(() -> desk.addStage(words.asker(), page.line().id(), id, fields.content()));
    }

    private Ask change(StageLine stage, Words words) {
        Ask ask = form(stage, words, "project-edit-stage");
        StageFields fields = new StageFields(ask, words, stage, stage.due());
        return ask.doing(() -> desk.changeStage(words.asker(), stage.id(), stage.version(), fields.content()));
    }

    private Ask drop(StageLine stage, Words words) {
        return form(stage, words, "project-drop-stage")
                .note(words.text("missions.app.project-drop-stage-text", words.name(stage.title())))
                .harmful()
                .doing(() -> desk.dropStage(words.asker(), stage.id()));
    }

    private Ask ask(StageLine stage, Words words) {
        Ask ask = form(stage, words, "project-ask").note(words.text("missions.app.project-ask-text"));
        TextArea note = ask.block("note", "missions.project.field.note", "", false);
        return ask.doing(() -> desk.ask(words.asker(), stage.id(), stage.version(), note.getValue()));
    }

    private Ask decide(StageLine stage, Words words) {
        Ask ask = form(stage, words, "project-decide").note(words.text("missions.app.project-decide-text"));
        Select<GateVerdict> verdict = ask.choice(
                "verdict",
                "missions.project.field.verdict",
                List.of(GateVerdict.values()),
                one -> words.of("verdict", one),
                null);
        TextArea note = ask.block("note", "missions.project.field.note", "", false);
        note.setHelperText(words.text("missions.project.field.note-hint"));
        return ask.doing(
                () -> desk.decide(words.asker(), stage.id(), stage.version(), verdict.getValue(), note.getValue()));
    }

    /** @param item null for a new one */
    private Ask put(StageLine stage, @Nullable PlanItem item, Words words) {
        Ask ask = Ask.titled(
                words,
                "missions.item." + (item == null ? stage.id() : item.id()),
                item == null ? "missions.app.project-plan" : "missions.app.project-edit-item");
        Select<PlanItemKind> kind = item == null
                ? ask.choice(
                        "kind",
                        "missions.project.field.kind",
                        List.of(PlanItemKind.values()),
                        one -> words.of("item", one),
                        PlanItemKind.TASK)
                : null;
        LocalizedField text =
                ask.text("text", "missions.project.field.item", 1, true, item == null ? null : item.text());
        DayField day = ask.day("due", "missions.project.field.due", day(stage, item), false);
        Checkbox fromTasks = new Checkbox(words.text("missions.project.field.from-tasks"));
        fromTasks.setValue(item != null && item.fromTasks());
        ask.with(fromTasks);
        Runnable fit = () -> {
            PlanItemKind now = kind == null ? kind(item) : kind.getValue();
            day.setVisible(now == PlanItemKind.TASK);
            day.setRequiredIndicatorVisible(now == PlanItemKind.TASK);
            fromTasks.setVisible(now == PlanItemKind.GOAL);
        };
        if (kind != null) {
            kind.addValueChangeListener(_ -> fit.run());
        }
        fit.run();
        PlanItemId id = item == null ? PlanItemId.next() : item.id();
        return ask.doing(() -> {
            PlanItemKind now = kind == null ? kind(item) : kind.getValue();
            desk.plan(
                    words.asker(),
                    stage.id(),
                    id,
                    new PlanItemContent(
                            now,
                            text.text(),
                            now == PlanItemKind.TASK ? day.getValue() : null,
                            now == PlanItemKind.GOAL && fromTasks.getValue()));
        });
    }

    private static PlanItemKind kind(@Nullable PlanItem item) {
        return item == null ? PlanItemKind.TASK : item.kind();
    }

    private static @Nullable LocalDate day(StageLine stage, @Nullable PlanItem item) {
        return item == null ? stage.due() : item.due();
    }

    private Ask assess(PlanItem goal, Words words) {
        Ask ask = new Ask(words, "missions.assess." + goal.id(), "missions.app.project-assess");
        IntegerField percent = ask.number("percent", "missions.project.field.percent", goal.percent(), 0, 100);
        TextArea comment = ask.block("comment", "missions.project.field.comment", goal.comment(), false);
        return ask.doing(() -> desk.assess(
                words.asker(), goal.id(), percent.getValue() == null ? -1 : percent.getValue(), comment.getValue()));
    }

    /** As a file, taken at once, or as an address. */
    private Ask deliver(PlanItem item, Words words, Div place, Runnable again) {
        Ask ask = new Ask(words, "missions.deliver." + item.id(), "missions.app.project-point")
                .note(words.name(item.text()));
        ask.with(new FileDrop(new Button(words.text("missions.app.project-upload")), (name, content) -> {
            var _ = desk.deliver(words.asker(), item.id(), name, content);
            return () -> {
                place.removeAll();
                again.run();
            };
        }));
        TextField link = ask.line("link", "missions.project.field.link", item.link(), true);
        return ask.doing(() -> desk.point(words.asker(), item.id(), link.getValue()));
    }

    private static final class StageFields {

        private final LocalizedField title;
        private final DayField day;
        private final Checkbox gate;

        StageFields(Ask ask, Words words, @Nullable StageLine known, LocalDate until) {
            title = ask.text("title", "missions.project.field.stage", 1, true, known == null ? null : known.title());
            day = ask.day("due", "missions.project.field.due", until, true);
            gate = new Checkbox(words.text("missions.project.field.gate"));
            gate.setValue(known != null && known.gate());
            ask.with(gate);
        }

        StageContent content() {
            return new StageContent(title.text(), day.getValue(), gate.getValue());
        }
    }
}
