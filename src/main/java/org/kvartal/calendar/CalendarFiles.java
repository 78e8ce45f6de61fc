package org.kvartal.calendar;

import java.util.List;
import org.kvartal.kernel.Language;

/** Some events as a file that other calendars take in. */
public interface CalendarFiles {

    /**
     * The file, in octets: iCalendar. The same events give the same octets.
     *
     * @param name how other calendars should call it
     */
    byte[] write(List<CalendarEvent> events, String name, Language language);
}
