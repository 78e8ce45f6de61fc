package org.kvartal.forum.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.kvartal.forum.Room.DeskPage;

/** What time it was, of a session that is entered from paper: what is entered from now on happened then. */
class PaperClock extends Div {

    /** A session hardly began so many hours before its time: then it was after midnight. */
    private static final int EARLY = 6;

    PaperClock(RoomTools tools, RoomActs acts, DeskPage page, Words words) {
        addClassName("paper-clock");
        ZoneId zone = page.session().zone();
        LocalDateTime shown = LocalDateTime.ofInstant(page.now(), zone);
        TimePicker time = Fields.time(words.text("forum.room.paper-time"), words);
        time.setValue(shown.toLocalTime());
        Button set = new Button(words.text("forum.room.paper-set"), _ -> {
            LocalTime typed = time.getValue();
            if (typed != null) {
                acts.now(() ->
                        tools.room().turnClock(words.asker(), page.session().id(), at(page, typed, zone)));
            }
        });
        add(time, set, new Span(words.text("forum.room.paper-hint")));
    }

    /** What is before the session's own hour was after midnight. */
    private static LocalDateTime at(DeskPage page, LocalTime typed, ZoneId zone) {
        LocalDateTime starts = page.session().starts();
        LocalDateTime sameDay = starts.toLocalDate().atTime(typed);
        LocalDateTime nextDay = sameDay.plusDays(1);
        LocalDateTime shown = LocalDateTime.ofInstant(page.now(), zone);
        boolean afterMidnight = sameDay.isBefore(starts.minusHours(EARLY))
                || shown.toLocalDate().isAfter(starts.toLocalDate());
        return afterMidnight ? nextDay : sameDay;
    }
}
