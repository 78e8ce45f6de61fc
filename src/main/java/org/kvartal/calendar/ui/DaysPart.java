package org.kvartal.calendar.ui;

import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.kvartal.calendar.wording.CalendarWish;
import org.kvartal.calendar.wording.CalendarWish.Day;
import org.kvartal.calendar.wording.CalendarWish.Shape;
import org.kvartal.calendar.wording.EventLook.Names;

/** Days one below the other: those of a week, or those on which something happens. */
class DaysPart extends OrderedList {

    DaysPart(CalendarWish wish, List<Day> days, Names names, Desk desk) {
        addClassName(wish.shape() == Shape.WEEK ? "calendar-week" : "calendar-days");
        for (Day day : days) {
            ListItem item = new ListItem(heading(day, wish, desk));
            item.addClassName("calendar-day");
            if (day.today()) {
                item.addClassName("now");
            }
            if (day.events().isEmpty()) {
                Paragraph free = new Paragraph(desk.text("calendar.free"));
                free.addClassName("calendar-free");
                item.add(free);
            } else {
                UnorderedList events = new UnorderedList();
                events.addClassName("events");
                day.events().forEach(event -> events.add(new EventItem(event, day.date(), names, desk)));
                item.add(events);
            }
            add(item);
        }
    }

    private static H3 heading(Day day, CalendarWish wish, Desk desk) {
        H3 heading = new H3(desk.words().weekday(day.date(), wish.today()));
        if (day.today()) {
            Span today = new Span(desk.text("calendar.today"));
            today.addClassName("calendar-today");
            heading.add(today);
        }
        return heading;
    }
}
