package org.kvartal.forum.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.calendar.Calendar;
import org.kvartal.calendar.Calendar.Clash;
import org.kvartal.calendar.Calendar.WishedTime;
import org.kvartal.calendar.CalendarEvent;
import org.kvartal.calendar.EventTime;
import org.kvartal.calendar.Repetition;
import org.kvartal.kernel.Refused;
import org.kvartal.shell.Icon;

/** Warns, before a date is fixed, of what else happens in the city at that time. It never stands in the way. */
class ClashNote extends Div {

    private final Calendar calendar;
    private final Words words;

    ClashNote(Calendar calendar, Words words) {
        this.calendar = calendar;
        this.words = words;
        addClassName("clashes");
        getElement().setAttribute("role", "status");
    }

    void nothing() {
        removeAll();
    }

    /**
     * @param repetition how it would repeat, null where it would not
     * @param except what is being moved, null for something new
     */
    void look(
            @Nullable String city,
            LocalDateTime starts,
            int minutes,
            ZoneId zone,
            @Nullable Repetition repetition,
            @Nullable UUID except) {
        removeAll();
        List<Clash> found;
        try {
            EventTime time = EventTime.between(starts, starts.plusMinutes(minutes), zone);
            found = calendar.clashes(words.asker(), new WishedTime(city, time, repetition, except), words.language());
        } catch (Refused noTime) {
            // The form says so where it is sent.
            return;
        }
        if (found.isEmpty()) {
            return;
        }
        UnorderedList list = new UnorderedList();
        found.forEach(clash -> list.add(line(clash)));
        Div text = new Div(new Paragraph(words.text("forum.app.clash")), list);
        Div notice = new Div(Icon.ALERT.create(), text);
        notice.addClassNames("notice", "waiting");
        add(notice);
    }

    private ListItem line(Clash clash) {
        CalendarEvent event = clash.event();
        Span title = new Span(event.title());
        title.getElement().setAttribute("lang", event.language().code());
        ListItem line = new ListItem();
        if (event.path() == null) {
            line.add(title);
        } else {
            Anchor link = new Anchor(event.path());
            link.add(title);
            line.add(link);
        }
        line.add(new Span(", " + words.exact(event.time().start(), event.time().zone())));
        return line;
    }
}
