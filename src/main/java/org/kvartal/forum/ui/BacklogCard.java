package org.kvartal.forum.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dnd.DragSource;
import com.vaadin.flow.component.dnd.EffectAllowed;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.forum.Agenda.AgendaPart;
import org.kvartal.forum.Agenda.ItemLine;
import org.kvartal.forum.Agenda.Origin;
import org.kvartal.forum.ItemState;
import org.kvartal.shell.MoreMenu;
import org.kvartal.shell.MoreMenu.Line;
import org.kvartal.shell.RelativeTime;
import org.kvartal.shell.StatusBadge;
import org.kvartal.shell.StatusBadge.Status;

/** A proposal, or an item that waits: who stands behind it, and what can be done with it. */
class BacklogCard extends ListItem {

    private final ItemLine item;

    /**
     * @param parts the sections to which it can go
     * @param desk where it is put there, null where no agenda is beside it
     */
    BacklogCard(
            ItemLine item, List<AgendaPart> parts, @Nullable Desk desk, BacklogPart.Deciding deciding, Words words) {
        this.item = item;
        addClassName("backlog-card");
        setId("waits-" + item.id());
        H3 title = new H3(words.shown(item.title()));
        title.addClassName("item-title");
        Div head = new Div(title);
        head.addClassName("backlog-head");
        Div meta = new Div();
        meta.addClassName("meta");
        if (item.state() == ItemState.PROPOSED) {
            meta.add(new StatusBadge(Status.WAITING, words.text("forum.item-state.proposed")));
        }
        meta.add(new RelativeTime(item.proposedAt(), words.wording(), words.reader()));
        if (item.wished() != null) {
            meta.add(new Span(words.text("forum.app.wished", item.wished())));
        }
        add(head, meta, ItemCard.facts(item, words));
        Origin origin = item.origin();
        if (origin != null) {
            add(ItemCard.origin(origin, words));
        }
        if (!item.context().isEmpty()) {
            add(ItemCard.background(item, words));
        }
        if (!item.papers().isEmpty()) {
            add(ItemCard.papers(item.papers(), words));
        }
        add(acts(parts, desk, deciding, words));
        if (!parts.isEmpty()) {
            DragSource.create(this).setEffectAllowed(EffectAllowed.MOVE);
        }
    }

    ItemLine item() {
        return item;
    }

    private Div acts(List<AgendaPart> parts, @Nullable Desk desk, BacklogPart.Deciding deciding, Words words) {
        Div acts = new Div();
        acts.addClassName("backlog-acts");
        List<Line> more = new ArrayList<>();
        if (desk != null && !parts.isEmpty()) {
            AgendaPart last = parts.getLast();
            Button put = new Button(
                    words.text("forum.app.desk.put"),
                    _ -> desk.place(item, last, last.items().size()));
            put.setAriaLabel(words.text("forum.app.desk.put-item", words.name(item.title())));
            acts.add(put);
            for (AgendaPart part : parts) {
                more.add(new Line(
                        words.text("forum.app.desk.to-section", words.name(part.title())),
                        () -> desk.place(item, part, part.items().size())));
            }
        }
        if (item.state() == ItemState.PROPOSED) {
            Button accept = new Button(words.text("forum.app.accept"), _ -> deciding.accept(item));
            accept.setAriaLabel(words.text("forum.app.accept-item", words.name(item.title())));
            if (!parts.isEmpty()) {
                accept.addThemeVariants(ButtonVariant.TERTIARY);
            }
            acts.add(accept);
        }
        more.add(new Line(words.text("forum.app.change"), () -> deciding.edit(item)));
        more.add(new Line(words.text("forum.app.papers"), () -> deciding.papers(item)));
        more.add(new Line(words.text("forum.app.merge"), () -> deciding.merge(item)));
        more.add(new Line(words.text("forum.app.decline"), () -> deciding.decline(item)));
        acts.add(MoreMenu.of(words.text("forum.app.desk.more", words.name(item.title())), more));
        return acts;
    }
}
