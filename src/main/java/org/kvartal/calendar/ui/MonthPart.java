package org.kvartal.calendar.ui;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.DayOfWeek;
import java.util.List;
import org.kvartal.calendar.CalendarEvent;
import org.kvartal.calendar.EventState;
import org.kvartal.calendar.wording.CalendarWish;
import org.kvartal.calendar.wording.CalendarWish.Day;
import org.kvartal.calendar.wording.CalendarWish.Shape;
import org.kvartal.kernel.Code;
import org.kvartal.shell.ReaderWords;

/** A month as a table of its weeks, each day with what happens on it. */
@Tag("table")
class MonthPart extends HtmlContainer {

    /** A day shows so many; the rest is a link to the day. */
    private static final int EVENTS_OF_A_DAY = 4;

    MonthPart(CalendarWish wish, List<List<Day>> weeks, Desk desk) {
        addClassName("calendar-month");
        HtmlContainer caption = new HtmlContainer("caption");
        caption.setText(desk.words().stretch(wish));
        caption.addClassName("visually-hidden");
        HtmlContainer names = new HtmlContainer("tr");
        for (DayOfWeek day : DayOfWeek.values()) {
            HtmlContainer name = new HtmlContainer("abbr");
            name.setText(desk.words().weekday(day, false));
            name.setTitle(desk.words().weekday(day, true));
            HtmlContainer cell = new HtmlContainer("th");
            cell.getElement().setAttribute("scope", "col");
            cell.add(name);
            names.add(cell);
        }
        HtmlContainer head = new HtmlContainer("thead");
        head.add(names);
        HtmlContainer body = new HtmlContainer("tbody");
        for (List<Day> week : weeks) {
            HtmlContainer row = new HtmlContainer("tr");
            week.forEach(day -> row.add(cell(day, wish, desk)));
            body.add(row);
        }
        add(caption, head, body);
    }

    private static HtmlContainer cell(Day day, CalendarWish wish, Desk desk) {
        HtmlContainer cell = new HtmlContainer("td");
        cell.setClassName("outside", !day.inside());
        cell.setClassName("now", day.today());
        cell.setClassName("free", day.events().isEmpty());
        String there = CalendarView.path(wish.as(Shape.AGENDA).on(day.date()));
        Span figure = new Span(String.valueOf(day.date().getDayOfMonth()));
        figure.getElement().setAttribute("aria-hidden", "true");
        Span spoken = new Span(desk.words().weekday(day.date(), wish.today()));
        spoken.addClassName("visually-hidden");
        Anchor number = new Anchor(there);
        number.add(figure, spoken);
        number.addClassName("month-day");
        if (day.today()) {
            number.getElement().setAttribute("aria-current", "date");
        }
        cell.add(number);
        if (!day.events().isEmpty()) {
            UnorderedList events = new UnorderedList();
            day.events().stream().limit(EVENTS_OF_A_DAY).forEach(event -> events.add(item(event, day, desk)));
            int rest = day.events().size() - EVENTS_OF_A_DAY;
            if (rest > 0) {
                ListItem more = new ListItem(new Anchor(there, desk.text("calendar.more", rest)));
                more.addClassName("month-more");
                events.add(more);
            }
            cell.add(events);
        }
        return cell;
    }

    private static ListItem item(CalendarEvent event, Day day, Desk desk) {
        HtmlContainer link = event.path() == null ? new Span() : new Anchor(event.path());
        String hour = desk.words().hour(event.time(), day.date());
        if (!hour.isEmpty()) {
            Span time = new Span(hour + " ");
            time.addClassName("number");
            link.add(time);
        }
        Span title = ReaderWords.shown(event.title(), event.language());
        title.addClassName("month-title");
        link.add(title);
        link.setTitle(event.title());
        if (event.state() != EventState.CONFIRMED) {
            Span state = new Span(desk.text(
                    event.state() == EventState.CANCELLED ? "calendar.state.cancelled" : "calendar.state.suggested"));
            state.addClassName("visually-hidden");
            link.add(state);
        }
        ListItem item = new ListItem(link);
        item.addClassNames("month-event", Code.of(event.state()));
        return item;
    }
}
