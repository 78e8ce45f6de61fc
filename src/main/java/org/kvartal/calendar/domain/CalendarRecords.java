package org.kvartal.calendar.domain;

import java.util.List;
import java.util.Map;
import org.kvartal.calendar.CalendarPages;
import org.kvartal.kernel.PersonalRecords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Events that somebody entered stay; the address of their own calendar goes. */
@Component
class CalendarRecords extends PersonalRecords {

    CalendarRecords(JdbcClient jdbc) {
        super("calendar", jdbc);
    }

    @Override
    protected List<Map.Entry<String, String>> kept() {
        return List.of(Map.entry("events", """
                        SELECT entered_at AS "when", title, about AS text, place, website AS link, state FROM outside_event
                         WHERE entered_by = :person ORDER BY number
                        """), Map.entry("feed", """
                        SELECT made_at AS "when" FROM calendar_feed WHERE person = :person
                        """));
    }

    @Override
    protected List<String> erasing() {
        return List.of("""
                DELETE FROM calendar_feed WHERE person = :person
                """);
    }

    @Override
    public List<Sight> sights(Subject subject) {
        return has(subject, "SELECT FROM calendar_feed WHERE person = :person")
                ? List.of(Sight.of("calendar.own.feed-sight", "/app/" + CalendarPages.CALENDAR))
                : List.of();
    }
}
