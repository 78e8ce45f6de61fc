package org.kvartal.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.calendar.CalendarSource.FeedEntry;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;

/** What happens, over all {@linkplain CalendarSource sources}, as far as the asker may know. */
public interface Calendar {

    /** No longer stretch is read at once. */
    Duration LONGEST = Duration.ofDays(400);

    /** No more events are told at once. */
    int MOST_EVENTS = 1_000;

    /**
     * What touches the time between two moments, the second not included, in the order of beginning; whole days before times. At most {@link #MOST_EVENTS}; of a longer
     * stretch than {@link #LONGEST} the beginning.
     */
    List<CalendarEvent> between(Asker asker, Instant from, Instant to, CalendarFilter filter, Language language);

    /** The same of everything. */
    default List<CalendarEvent> between(Asker asker, Instant from, Instant to, Language language) {
        return between(asker, from, to, CalendarFilter.ALL, language);
    }

    /** The same of what one can go to: days by which something is due are left out. */
    List<CalendarEvent> gatherings(Asker asker, Instant from, Instant to, Language language);

    /** What other calendars take: the last month, what is on, and what comes within {@link #LONGEST}; a series as one. */
    List<FeedEntry> feed(Asker asker, CalendarFilter filter, Language language);

    /** The sorts of events that there may be. */
    List<Kind> kinds();

    /**
     * What else happens in the same city at an overlapping time; a warning before a date is fixed, never a refusal. Of a wish that repeats, its dates of the first year.
     *
     * @return at most {@link #MOST_CLASHES}, in the order of the dates; none where the wish has no city
     */
    List<Clash> clashes(Asker asker, WishedTime wish, Language language);

    int MOST_CLASHES = 5;

    /**
     * A time that somebody would like to fix.
     *
     * @param city code of an {@link EventCities.City}; null where nothing can clash
     * @param repetition how it would repeat; null where it would not
     * @param except what is being moved, by its {@link CalendarEvent#id}; null for something new
     */
    record WishedTime(
            @Nullable String city,
            EventTime time,
            @Nullable Repetition repetition,
            @Nullable UUID except) {}

    /**
     * Something that happens at that time.
     *
     * @param wished the day of the wish with which it clashes
     */
    record Clash(LocalDate wished, CalendarEvent event) {}

    /**
     * A sort of events.
     *
     * @param code {@link CalendarSource#kind}
     * @param name the message key of what it is called
     * @param gathers {@link CalendarSource#gathers}
     */
    record Kind(String code, String name, boolean gathers) {}
}
