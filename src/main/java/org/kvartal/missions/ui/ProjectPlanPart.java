package org.kvartal.missions.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Optional;
import org.kvartal.files.FilePages;
import org.kvartal.files.StoredFile;
import org.kvartal.kernel.Code;
import org.kvartal.missions.PlanItemKind;
import org.kvartal.missions.ProjectState;
import org.kvartal.missions.Projects.GateLine;
import org.kvartal.missions.Projects.PlanItem;
import org.kvartal.missions.Projects.ProjectPage;
import org.kvartal.missions.Projects.StageLine;
import org.kvartal.missions.Projects.WordLine;
import org.kvartal.missions.StageState;
import org.kvartal.shell.StatusBadge;
import org.kvartal.shell.StatusBadge.Status;

/** The plan of a project: its stages with goals, tasks and deliverables, and what was decided at their gates. Forms stay while the plan is shown anew. */
class ProjectPlanPart extends Section {

    private final ProjectPlanActs acts;
    private final GateActs gates;
    private final Words words;
    private final Runnable again;
    private final Div place = new Div();
    private final OrderedList list = new OrderedList();
    private final Div foot = new Div();

    ProjectPlanPart(ProjectPlanActs acts, GateActs gates, Words words, Runnable again) {
        this.acts = acts;
        this.gates = gates;
        this.words = words;
        this.again = again;
        addClassNames("part", "plan");
        place.addClassName("asking");
        list.addClassName("plan-stages");
        add(new H2(words.text("missions.project.plan")), place, list, foot);
    }

    void show(ProjectPage page) {
        list.removeAll();
        page.stages().forEach(stage -> list.add(stage(page, stage)));
        foot.removeAll();
        ProjectState state = page.line().state();
        if (page.mayKeep() && (state == ProjectState.RUNNING || state == ProjectState.PAUSED)) {
            foot.add(acts().also("project-add-stage", () -> acts.add(page, words))
                    .row());
        }
    }

    private Acts acts() {
        return new Acts(words, place, again);
    }

    private ListItem stage(ProjectPage page, StageLine stage) {
        H3 title = new H3(words.shown(stage.title()));
        Div facts = new Div(
                ProjectPieces.badge(stage.state(), words),
                new Span(words.text("missions.project.until", words.day(stage.due()))));
        if (stage.gate()) {
            facts.add(new Span(words.text("missions.project.gate")));
        }
        facts.addClassName("meta");
        Div head = new Div(new Div(title, facts));
        head.addClassNames("between", "plan-head");
        boolean open = page.mayKeep()
                && !page.line().state().over()
                && stage.state() != StageState.DONE
                && stage.state() != StageState.STOPPED;
        if (open || stage.mayDecide()) {
            Acts possible = acts();
            acts.into(possible, stage, open);
            Div row = possible.row();
            acts.seldom(stage, page, words, place, again, open).ifPresent(row::add);
            head.add(row);
        }
        ListItem item = new ListItem(head);
        item.addClassNames("plan-stage", Code.of(stage.state()));
        items(stage, open).ifPresent(item::add);
        stage.gates().forEach(gate -> item.add(gate(page, stage, gate)));
        return item;
    }

    /** What stands in a stage; of one that nobody works on now it is folded. */
    private Optional<Component> items(StageLine stage, boolean open) {
        if (stage.items().isEmpty()) {
            return Optional.empty();
        }
        Div groups = new Div();
        groups.addClassName("plan-groups");
        for (PlanItemKind kind : PlanItemKind.values()) {
            UnorderedList items = new UnorderedList();
            items.addClassName("plan-items");
            stage.items().stream().filter(one -> one.kind() == kind).forEach(one -> items.add(item(stage, one, open)));
            if (items.getComponentCount() > 0) {
                groups.add(new Div(ProjectPieces.label(words.of("project.items", kind)), items));
            }
        }
        return Optional.of(
                stage.state() == StageState.CURRENT || stage.state() == StageState.AT_GATE
                        ? groups
                        : new Details(
                                words.text(
                                        "missions.project.planned",
                                        stage.items().size()),
                                groups));
    }

    private ListItem item(StageLine stage, PlanItem one, boolean open) {
        Div what = new Div();
        what.addClassName("plan-what");
        if (one.kind() == PlanItemKind.TASK && open) {
            what.add(acts.tick(one, words, again));
        } else {
            what.add(words.shown(one.text()));
        }
        Div facts = new Div();
        facts.addClassName("meta");
        switch (one.kind()) {
            case GOAL -> {
                facts.add(new Span(words.text("missions.project.percent", one.percent())));
                facts.add(new Span(
                        words.text(one.fromTasks() ? "missions.project.from-tasks" : "missions.project.assessed")));
            }
            case TASK -> {
                if (one.due() != null) {
                    facts.add(new Span(words.day(one.due())));
                }
            }
            case DELIVERABLE -> {
                facts.add(
                        one.doneAt() == null
                                ? new StatusBadge(Status.WAITING, words.text("missions.project.not-there"))
                                : new StatusBadge(Status.DONE, words.day(one.doneAt())));
                delivered(one, facts);
            }
        }
        what.add(facts);
        if (!one.comment().isEmpty()) {
            what.add(new Paragraph(one.comment()));
        }
        ListItem item = new ListItem(what);
        if (open) {
            item.add(acts.menu(stage, one, words, place, again));
        }
        return item;
    }

    private static void delivered(PlanItem one, Div facts) {
        StoredFile file = one.file();
        if (file != null || !one.link().isEmpty()) {
            Anchor link = new Anchor(
                    file == null ? one.link() : FilePages.file(file.id()), file == null ? one.link() : file.name());
            link.setRouterIgnore(true);
            link.getElement().setAttribute("rel", "noopener nofollow");
            facts.add(link);
        }
    }

    private Div gate(ProjectPage page, StageLine stage, GateLine gate) {
        GatePart part = new GatePart(gate, words);
        WordLine word = gate.word();
        if (word != null) {
            Acts possible = acts();
            if (gates.into(possible, page, stage, gate, word)) {
                part.add(possible.row());
            }
        }
        return part;
    }
}
