package org.kvartal.tasks;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** By when something is owed. */
public sealed interface Due {

    /** From when on it is late. */
    Instant over();

    static Due at(Instant moment) {
        return new Moment(moment);
    }

    /** A whole day, as the calendar of that zone has it. */
    static Due on(LocalDate day, ZoneId zone) {
        return new Day(day, zone);
    }

    record Moment(Instant over) implements Due {}

    /** It is late from the next day on. */
    record Day(LocalDate day, ZoneId zone) implements Due {

        @Override
        public Instant over() {
            return day.plusDays(1).atStartOfDay(zone).toInstant();
        }
    }
}
