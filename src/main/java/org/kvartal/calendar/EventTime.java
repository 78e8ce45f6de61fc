package org.kvartal.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.kvartal.kernel.Refused;

/**
 * When something takes place, by the clock on the wall of the place: local time and zone, never an instant, so that 18:00 in Sofia stays 18:00.
 *
 * <p>A local time that a change of the clocks leaves out (the gap) counts as so much later: 03:30 on the night in which 03:00 becomes 04:00 is 04:30. One that
 * comes twice (the overlap) is the first of the two. So says RFC 5545, 3.3.5.
 *
 * @param start when it begins; midnight where it lasts whole days
 * @param end the first moment that no longer belongs to it; midnight after the last day where it lasts whole days
 * @param zone the zone of both
 * @param allDay whether it lasts whole days, and nobody says at which time
 */
public record EventTime(LocalDateTime start, LocalDateTime end, ZoneId zone, boolean allDay) {

    /** The longest that something may last without repeating, in days. */
    public static final int MOST_DAYS = 366;

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2999;

    /** @throws Refused at {@code start} or {@code end}, named as in a form */
    public EventTime {
        if (start.getYear() < FIRST_YEAR || start.getYear() > LAST_YEAR) {
            throw Refused.at("start", "calendar.refused.year");
        }
        if (allDay) {
            start = start.toLocalDate().atStartOfDay();
            end = end.toLocalDate().atStartOfDay();
        }
        if (!end.isAfter(start)) {
            throw Refused.at("end", "calendar.refused.end");
        }
        if (Duration.between(start, end).compareTo(Duration.ofDays(MOST_DAYS)) > 0) {
            throw Refused.at("end", "calendar.refused.long", MOST_DAYS);
        }
    }

    /** From a time to a time. */
    public static EventTime between(LocalDateTime start, LocalDateTime end, ZoneId zone) {
        return new EventTime(start, end, zone, false);
    }

    /** Whole days. */
    public static EventTime days(LocalDate first, LocalDate last, ZoneId zone) {
        return new EventTime(
                first.atStartOfDay(),
                last.isBefore(first) ? first.atStartOfDay() : last.plusDays(1).atStartOfDay(),
                zone,
                true);
    }

    /** The same at another beginning, as long by the clock. */
    public EventTime at(LocalDateTime beginning) {
        return new EventTime(beginning, beginning.plus(lasting()), zone, allDay);
    }

    /** How long it lasts by the clock. */
    public Duration lasting() {
        return Duration.between(start, end);
    }

    public Instant begins() {
        return start.atZone(zone).toInstant();
    }

    /** Never before it {@link #begins}, even where its end is said by the clock that has just been put forward. */
    public Instant ends() {
        Instant begins = begins();
        Instant ends = end.atZone(zone).toInstant();
        return ends.isAfter(begins) ? ends : begins.plus(lasting());
    }

    public LocalDate firstDay() {
        return start.toLocalDate();
    }

    /** The last day that it touches: what ends at midnight does not touch the day that begins then. */
    public LocalDate lastDay() {
        return end.toLocalTime().equals(LocalTime.MIDNIGHT) ? end.toLocalDate().minusDays(1) : end.toLocalDate();
    }

    /** Whether there is a moment that belongs to both. */
    public boolean overlaps(EventTime other) {
        return begins().isBefore(other.ends()) && other.begins().isBefore(ends());
    }

    /** Whether any of it lies between two moments, the second not included. */
    public boolean touches(Instant from, Instant to) {
        return begins().isBefore(to) && ends().isAfter(from);
    }
}
