package org.kvartal.forum.ui;

import com.vaadin.flow.component.dnd.DragSource;
import com.vaadin.flow.component.dnd.DropEffect;
import com.vaadin.flow.component.dnd.DropTarget;
import com.vaadin.flow.component.dnd.EffectAllowed;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import org.kvartal.forum.Agenda.AgendaPart;
import org.kvartal.forum.Agenda.ItemLine;
import org.kvartal.shell.Icon;
import org.kvartal.shell.MoreMenu;
import org.kvartal.shell.MoreMenu.Line;

/** An item on the agenda that is being arranged: dragged as a whole, or moved by its buttons. */
class DeskItem extends ListItem {

    private final ItemLine item;
    private final NativeButton up;
    private final NativeButton down;

    /** @param place of its section among all of them; {@code index} of the item in it */
    DeskItem(ItemLine item, List<AgendaPart> parts, int place, int index, Desk desk, Words words) {
        this.item = item;
        AgendaPart section = parts.get(place);
        addClassNames("agenda-item", "desk-item");
        // The style sheet makes the row as high as the item is long.
        getElement().setAttribute("data-minutes", String.valueOf(item.minutes()));
        setId("item-" + item.id());
        Span begins = new Span(item.begins() == null ? "" : words.clock(item.begins()));
        begins.addClassNames("item-time", "number");
        H4 title = new H4();
        title.addClassName("item-title");
        if (item.number() != null) {
            title.add(new Span(item.number() + ". "));
        }
        title.add(words.shown(item.title()));
        Div body = new Div(title, ItemCard.facts(item, words));
        body.addClassName("item-body");
        if (!item.papers().isEmpty()) {
            body.add(new Span(words.text("forum.papers-count", item.papers().size())));
        }
        String name = words.name(item.title());
        boolean first = place == 0 && index == 0;
        boolean last = place == parts.size() - 1 && index == section.items().size() - 1;
        up = Steps.button(Icon.UP, words.text("forum.app.desk.up", name), !first, () -> {
            if (index > 0) {
                desk.place(item, section, index - 1);
            } else {
                AgendaPart before = parts.get(place - 1);
                desk.place(item, before, before.items().size());
            }
        });
        down = Steps.button(Icon.DOWN, words.text("forum.app.desk.down", name), !last, () -> {
            if (index < section.items().size() - 1) {
                desk.place(item, section, index + 1);
            } else {
                desk.place(item, parts.get(place + 1), 0);
            }
        });
        Div steps = new Div(
                up, down, MoreMenu.of(words.text("forum.app.desk.more", name), steps(parts, place, desk, words)));
        steps.addClassName("desk-steps");
        add(begins, body, steps);
        DragSource<DeskItem> drag = DragSource.create(this);
        drag.setEffectAllowed(EffectAllowed.MOVE);
        DropTarget<DeskItem> drop = DropTarget.create(this);
        drop.setDropEffect(DropEffect.MOVE);
        drop.addDropListener(dropped -> dropped.getDragSourceComponent()
                .filter(dragged -> !dragged.equals(this))
                .ifPresent(dragged -> desk.drop(dragged, section, index)));
    }

    ItemLine item() {
        return item;
    }

    /** Whoever has moved it by a button goes on from there. */
    void focus(boolean upwards) {
        NativeButton wished = upwards ? up : down;
        (wished.isEnabled() ? wished : upwards ? down : up).focus();
    }

    private List<Line> steps(List<AgendaPart> parts, int place, Desk desk, Words words) {
        List<Line> steps = new ArrayList<>();
        for (int other = 0; other < parts.size(); other++) {
            if (other != place) {
                AgendaPart to = parts.get(other);
                steps.add(new Line(
                        words.text("forum.app.desk.to-section", words.name(to.title())),
                        () -> desk.place(item, to, to.items().size())));
            }
        }
        steps.add(new Line(words.text("forum.app.desk.to-backlog"), () -> desk.takeBack(item)));
        steps.add(new Line(words.text("forum.app.change"), () -> desk.edit(item)));
        steps.add(new Line(words.text("forum.app.papers"), () -> desk.papers(item)));
        return steps;
    }
}
