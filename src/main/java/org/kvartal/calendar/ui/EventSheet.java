package org.kvartal.calendar.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Set;
import org.kvartal.calendar.EventTime;
import org.kvartal.calendar.OutsideEvents.EventContent;
import org.kvartal.calendar.OutsideEvents.EventPage;
import org.kvartal.calendar.OutsideEvents.SeriesDate;

/** When, how often and where; of a series the next date. */
@Tag("dl")
class EventSheet extends HtmlContainer {

    private final Desk desk;

    EventSheet(EventPage page, Desk desk) {
        this.desk = desk;
        addClassName("event-sheet");
        EventContent content = page.content();
        EventTime next = page.dates().stream()
                .filter(date -> !date.cancelled())
                .findFirst()
                .map(SeriesDate::time)
                .orElse(content.time());
        HtmlContainer when = new HtmlContainer("dd");
        when.add(new Span(desk.words().when(next)));
        if (!next.allDay()) {
            String clock = desk.text("calendar.clock", desk.words().zoneName(next.zone()));
            Span note = new Span(
                    desk.words().forReader(next).map(own -> clock + " · " + own).orElse(clock));
            note.addClassName("event-clock");
            when.add(note);
        }
        row("calendar.when", when);
        if (content.repetition() != null) {
            row("calendar.repeats", new Span(desk.words().rule(content.time(), content.repetition())));
        }
        String place = desk.look()
                .names(List.of(), content.city() == null ? Set.of() : Set.of(content.city()), desk.language())
                .place(content.place(), content.city());
        if (!place.isEmpty()) {
            row("calendar.where", new Span(place));
        }
        if (!content.website().isEmpty()) {
            Anchor website = new Anchor(content.website(), content.website());
            website.getElement().setAttribute("rel", "noopener nofollow ugc");
            row("calendar.website", website);
        }
    }

    private void row(String key, Component value) {
        HtmlContainer name = new HtmlContainer("dt");
        name.setText(desk.text(key));
        HtmlContainer holder = new HtmlContainer("dd");
        Div row = new Div();
        if (value.getElement().getTag().equals("dd")) {
            row.add(name, value);
        } else {
            holder.add(value);
            row.add(name, holder);
        }
        add(row);
    }
}
