package org.kvartal.notifications.domain;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import org.kvartal.notifications.Rhythm;

/**
 * When somebody's letters of what came together go out, by their own clock. An hour that a clock change leaves out is the next one, and of one that
 * comes twice it is the first.
 */
record Slots(DayOfWeek day, int hour, ZoneId zone) {

    /** The first one after that moment. */
    Instant next(Rhythm rhythm, Instant after) {
        LocalDate date = after.atZone(zone).toLocalDate();
        if (rhythm == Rhythm.WEEKLY) {
            date = date.with(TemporalAdjusters.nextOrSame(day));
        }
        Instant slot = at(date);
        while (!slot.isAfter(after)) {
            date = date.plusDays(rhythm == Rhythm.WEEKLY ? 7 : 1);
            slot = at(date);
        }
        return slot;
    }

    private Instant at(LocalDate date) {
        return date.atTime(LocalTime.of(hour, 0)).atZone(zone).toInstant();
    }
}
