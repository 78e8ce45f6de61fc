package org.kvartal.calendar.web;

import java.util.List;
import java.util.Set;
import org.kvartal.calendar.CalendarEvent;
import org.kvartal.calendar.CalendarFiles;
import org.kvartal.calendar.CalendarSource.FeedEntry;
import org.kvartal.calendar.feed.FeedWriter;
import org.kvartal.calendar.wording.EventLook;
import org.kvartal.kernel.Language;
import org.springframework.stereotype.Component;

/** Writes events that another module has chosen. */
@Component
class EventFiles implements CalendarFiles {

    private final FeedWriter writer;
    private final EventLook look;

    EventFiles(FeedWriter writer, EventLook look) {
        this.writer = writer;
        this.look = look;
    }

    @Override
    public byte[] write(List<CalendarEvent> events, String name, Language language) {
        return writer.write(
                events.stream()
                        .map(event -> new FeedEntry(event, null, List.of()))
                        .toList(),
                name,
                look.names(events, Set.of(), language)::city,
                language);
    }
}
