package org.kvartal.missions.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.kvartal.kernel.Refused;
import org.kvartal.missions.PlanItemKind;
import org.kvartal.missions.ProjectDesk;
import org.kvartal.missions.Projects.PlanItem;
import org.kvartal.missions.Projects.ProjectPage;
import org.kvartal.missions.Projects.StageLine;
import org.kvartal.missions.StageState;
import org.kvartal.shell.Notices;
import org.springframework.stereotype.Component;

/** The tasks of a project that should be done already, and those that come next; whoever keeps the plan ticks them off. */
@Component
class ProjectDue {

    private static final int NEXT = 5;

    private final ProjectDesk desk;
    private final ProjectForms forms;

    ProjectDue(ProjectDesk desk, ProjectForms forms) {
        this.desk = desk;
        this.forms = forms;
    }

    Section of(ProjectPage page, Words words, Runnable again) {
        LocalDate today = forms.today();
        List<PlanItem> open = page.line().state().over()
                ? List.of()
                : page.stages().stream()
                        .filter(stage -> stage.state() != StageState.STOPPED)
                        .map(StageLine::items)
                        .flatMap(List::stream)
                        .filter(item -> item.kind() == PlanItemKind.TASK && item.doneAt() == null)
                        .sorted(Comparator.comparing(item -> Objects.requireNonNull(item.due())))
                        .toList();
        Section part = new Section(new H2(words.text("missions.project.due")));
        part.addClassName("part");
        if (open.isEmpty()) {
            part.add(new Paragraph(words.text("missions.project.nothing-due")));
            return part;
        }
        stretch(part, "missions.project.late", open.stream().filter(item -> before(item, today)), page, words, again);
        stretch(
                part,
                "missions.project.coming",
                open.stream().filter(item -> !before(item, today)).limit(NEXT),
                page,
                words,
                again);
        return part;
    }

    private static boolean before(PlanItem item, LocalDate today) {
        LocalDate due = item.due();
        return due != null && due.isBefore(today);
    }

    private void stretch(
            Section part, String title, Stream<PlanItem> items, ProjectPage page, Words words, Runnable again) {
        UnorderedList list = new UnorderedList();
        list.addClassName("due-list");
        items.forEach(item -> list.add(line(item, page, words, again)));
        if (list.getComponentCount() > 0) {
            H3 heading = new H3(words.text(title));
            heading.addClassName(title.endsWith("late") ? "late" : "coming");
            part.add(heading, list);
        }
    }

    private ListItem line(PlanItem item, ProjectPage page, Words words, Runnable again) {
        Span due = new Span(item.due() == null ? "" : words.day(item.due()));
        due.addClassName("due-day");
        if (!page.mayKeep()) {
            return new ListItem(words.shown(item.text()), due);
        }
        return new ListItem(tick(item, words, again), due);
    }

    /** A box that says whether a task is done. */
    Div tick(PlanItem item, Words words, Runnable again) {
        Checkbox box = new Checkbox(words.name(item.text()));
        box.getElement()
                .setAttribute("lang", item.text().shownIn(words.language()).code());
        box.setValue(item.doneAt() != null);
        box.addValueChangeListener(pressed -> {
            try {
                desk.tick(words.asker(), item.id(), pressed.getValue());
                Notices.done(words.text(
                        pressed.getValue() ? "missions.project.ticked" : "missions.project.unticked",
                        words.name(item.text())));
            } catch (Refused refused) {
                Notices.problem(words.refusal(refused));
            }
            again.run();
        });
        return new Div(box);
    }
}
