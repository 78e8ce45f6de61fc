package org.kvartal.calendar;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;

/** Tells what takes place in the field of one module. A bean is enough. */
public interface CalendarSource {

    /** The sort of its events, one small Latin word that stands in addresses and is never changed: {@code session}. */
    String kind();

    /** The message key of what the sort is called, in the plural: "Forum sessions". */
    String name();

    /** Whether one can go to what it tells; otherwise these are days by which something is due. */
    default boolean gathers() {
        return true;
    }

    /**
     * At most {@link Calendar#MOST_EVENTS}, the earliest: what the asker may know of and what touches the time between two moments, the second not included; cancelled things too. In a number of statements that does not
     * depend on how much it is.
     */
    List<CalendarEvent> between(Asker asker, Instant from, Instant to, Language language);

    /** The same for other calendars, which take a series as one. A source whose events have no rule leaves it as it is. */
    default List<FeedEntry> feed(Asker asker, Instant from, Instant to, Language language) {
        return between(asker, from, to, language).stream()
                .map(event -> new FeedEntry(event, null, List.of()))
                .toList();
    }

    /**
     * An event as other calendars take it.
     *
     * @param event the only date, or the first
     * @param recurrence the rule; null where it does not repeat
     * @param changed dates of the rule that were moved or cancelled
     */
    record FeedEntry(CalendarEvent event, @Nullable Recurrence recurrence, List<CalendarEvent> changed) {}
}
