package org.kvartal.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Language;

/**
 * Something that takes place, or one date of something that repeats, as whoever asked may see it.
 *
 * @param kind of its {@link CalendarSource}
 * @param id what it is about in its own module; all dates of a series have the same
 * @param uid by what other calendars know it, for good; all dates of a series have the same
 * @param sequence how often it was changed, so that other calendars take the newer one
 * @param language of the title
 * @param about what more there is to know, plain; empty for none
 * @param date when this date of a series would take place by its rule; null where nothing repeats
 * @param place in words; empty for none
 * @param city code of an {@link EventCities.City}; null where it is in none of them
 * @param host whose event it is, in the reader's language; null where it is the house's own
 * @param path where it is found in the workspace, the full path; null where it has no page there
 * @param publicPath where everybody finds it, below the language prefix; null where only some may know of it
 * @param website its page elsewhere
 * @param changed when it was last changed
 */
public record CalendarEvent(
        String kind,
        UUID id,
        String uid,
        int sequence,
        EventState state,
        String title,
        Language language,
        String about,
        EventTime time,
        @Nullable LocalDateTime date,
        String place,
        @Nullable String city,
        @Nullable String host,
        @Nullable String path,
        @Nullable String publicPath,
        @Nullable String website,
        Instant changed) {}
