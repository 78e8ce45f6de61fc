package org.kvartal.forum.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.forum.Agenda.AgendaPart;
import org.kvartal.forum.Agenda.ItemLine;
import org.kvartal.forum.Agenda.Origin;
import org.kvartal.forum.MinutesDesk.LookBack;
import org.kvartal.trace.FurthestLine;
import org.kvartal.trace.Step;

/** An agenda as everybody reads it. */
class AgendaList extends Div {

    private final @Nullable LookBack seen;
    private final @Nullable Became became;

    /**
     * @param seen what the session looks back at, null for nothing
     * @param became what became of the items, null before the session is held
     */
    AgendaList(List<AgendaPart> parts, @Nullable LookBack seen, @Nullable Became became, Words words) {
        this.seen = seen;
        this.became = became;
        addClassName("agenda");
        parts.forEach(part -> add(section(part, words)));
    }

    private Section section(AgendaPart part, Words words) {
        Span minutes = new Span(words.minutes(part.minutes()));
        minutes.addClassNames("number", "section-minutes");
        H3 title = new H3(words.shown(part.title()));
        Div head = new Div(title, minutes);
        head.addClassName("agenda-section-head");
        OrderedList items = new OrderedList();
        items.addClassName("agenda-items");
        part.items().forEach(item -> items.add(item(item, words)));
        Section section = new Section(head, items);
        section.addClassName("agenda-section");
        return section;
    }

    private ListItem item(ItemLine item, Words words) {
        Span begins = new Span(item.begins() == null ? "" : words.clock(item.begins()));
        begins.addClassNames("item-time", "number");
        H4 title = new H4();
        title.addClassName("item-title");
        if (item.number() != null) {
            Span number = new Span(item.number() + ". ");
            number.addClassName("item-number");
            title.add(number);
        }
        title.add(words.shown(item.title()));
        Div body = new Div(title, ItemCard.facts(item, words));
        body.addClassName("item-body");
        if (!item.context().isEmpty()) {
            body.add(ItemCard.background(item, words));
        }
        if (!item.expected().isEmpty()) {
            Span label = new Span(words.text("forum.expected") + " ");
            label.addClassName("item-label");
            Span text = new Span(item.expected());
            text.getElement().setAttribute("lang", item.title().source().code());
            Paragraph expected = new Paragraph(label, text);
            expected.addClassName("item-expected");
            body.add(expected);
        }
        if (seen != null && seen.code().equals(item.about())) {
            body.add(new LastOutcomes(seen, words));
        }
        Origin origin = item.origin();
        if (origin != null) {
            body.add(ItemCard.origin(origin, words));
        }
        Step further = became == null ? null : became.beyond(item.id());
        if (further != null) {
            body.add(new FurthestLine(further, words.messages(), words.language()));
        }
        if (!item.papers().isEmpty()) {
            body.add(ItemCard.papers(item.papers(), words));
        }
        ListItem row = new ListItem(begins, body);
        row.addClassName("agenda-item");
        row.setId("item-" + item.id());
        return row;
    }
}
