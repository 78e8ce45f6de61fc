package org.kvartal.forum.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dnd.DropEffect;
import com.vaadin.flow.component.dnd.DropTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kvartal.forum.Agenda.AgendaPart;
import org.kvartal.forum.Agenda.ItemLine;
import org.kvartal.forum.ItemId;
import org.kvartal.shell.Icon;
import org.kvartal.shell.MoreMenu;
import org.kvartal.shell.MoreMenu.Line;

/** A section of the agenda that is being arranged. What is dropped on it comes to stand at its end. */
class DeskSection extends Section {

    private final List<DeskItem> rows = new ArrayList<>();

    DeskSection(List<AgendaPart> parts, int place, Desk desk, Words words) {
        AgendaPart part = parts.get(place);
        addClassNames("agenda-section", "desk-section");
        H3 title = new H3(words.shown(part.title()));
        Span minutes = new Span(words.minutes(part.minutes()));
        minutes.addClassNames("number", "section-minutes");
        String name = words.name(part.title());
        Div head = new Div(
                title,
                minutes,
                MoreMenu.of(words.text("forum.app.desk.section-more", name), steps(parts, place, desk, words)));
        head.addClassName("agenda-section-head");
        OrderedList items = new OrderedList();
        items.addClassName("agenda-items");
        int index = 0;
        for (ItemLine item : part.items()) {
            DeskItem row = new DeskItem(item, parts, place, index++, desk, words);
            rows.add(row);
            items.add(row);
        }
        Div end = new Div(
                new Span(words.text(part.items().isEmpty() ? "forum.app.desk.empty-section" : "forum.app.desk.drop")));
        end.addClassName("desk-end");
        DropTarget<Div> drop = DropTarget.create(end);
        drop.setDropEffect(DropEffect.MOVE);
        drop.addDropListener(dropped -> dropped.getDragSourceComponent()
                .ifPresent(dragged -> desk.drop(dragged, part, part.items().size())));
        Button make = new Button(words.text("forum.app.item.add"), Icon.PLUS.create(), _ -> desk.add(part));
        make.addThemeVariants(ButtonVariant.TERTIARY);
        make.setAriaLabel(words.text("forum.app.item.add-to", name));
        add(head, items, end, make);
    }

    Optional<DeskItem> row(ItemId item) {
        return rows.stream().filter(row -> row.item().id().equals(item)).findFirst();
    }

    private static List<Line> steps(List<AgendaPart> parts, int place, Desk desk, Words words) {
        AgendaPart part = parts.get(place);
        List<Line> steps = new ArrayList<>();
        steps.add(new Line(words.text("forum.app.section.rename"), () -> desk.rename(part)));
        if (place > 0) {
            steps.add(new Line(words.text("forum.app.section.up"), () -> desk.move(part, place - 1)));
        }
        if (place < parts.size() - 1) {
            steps.add(new Line(words.text("forum.app.section.down"), () -> desk.move(part, place + 1)));
        }
        if (part.items().isEmpty() && parts.size() > 1) {
            steps.add(new Line(words.text("forum.app.section.remove"), () -> desk.remove(part.id())));
        }
        return steps;
    }
}
