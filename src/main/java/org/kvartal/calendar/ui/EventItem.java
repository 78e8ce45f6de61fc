package org.kvartal.calendar.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import org.kvartal.calendar.CalendarEvent;
import org.kvartal.calendar.EventState;
import org.kvartal.calendar.wording.EventLook.Names;
import org.kvartal.kernel.Code;
import org.kvartal.shell.ReaderWords;
import org.kvartal.shell.StatusBadge;
import org.kvartal.shell.StatusBadge.Status;

/** An event in the list of a day. */
class EventItem extends ListItem {

    EventItem(CalendarEvent event, LocalDate day, Names names, Desk desk) {
        addClassNames("event", Code.of(event.state()));
        Span hours = new Span(desk.words().hours(event.time(), day));
        hours.addClassNames("event-hours", "number");
        Div what = new Div(title(event, desk));
        what.addClassName("event-what");
        if (event.state() == EventState.CANCELLED) {
            what.add(new StatusBadge(Status.LATE, desk.text("calendar.state.cancelled")));
        } else if (event.state() == EventState.TENTATIVE) {
            what.add(new StatusBadge(Status.WAITING, desk.text("calendar.state.suggested")));
        }
        Div facts = new Div();
        facts.addClassNames("event-facts", "meta");
        fact(facts, desk.words().span(event.time()));
        desk.words().clock(event.time()).ifPresent(words -> fact(facts, words));
        desk.words().forReader(event.time()).ifPresent(words -> fact(facts, words));
        fact(facts, names.place(event));
        fact(facts, event.host() == null ? "" : event.host());
        what.add(facts);
        add(hours, what);
    }

    /** Leads to the event's page, where it has one. */
    static Component title(CalendarEvent event, Desk desk) {
        String path = event.path();
        if (path == null) {
            Span title = ReaderWords.shown(event.title(), event.language());
            title.addClassName("event-title");
            return title;
        }
        Anchor title = new Anchor(path, event.title());
        title.getElement().setAttribute("lang", event.language().code());
        title.addClassName("event-title");
        return title;
    }

    private static void fact(Div facts, String words) {
        if (!words.isEmpty()) {
            facts.add(new Span(words));
        }
    }
}
