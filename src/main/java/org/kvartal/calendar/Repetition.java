package org.kvartal.calendar;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Refused;

/**
 * How something repeats. What exactly is repeated follows from its first date: if that is a third Thursday, {@link Rhythm#MONTHLY_ON_WEEKDAY} means every third Thursday.
 *
 * @param every every how many weeks, months or years
 * @param until the last day on which a date may begin; null where no day ends it
 * @param times how many dates there are in all, the first included and those counted that were moved or cancelled; null where no number ends it
 */
public record Repetition(
        Rhythm rhythm,
        int every,
        @Nullable LocalDate until,
        @Nullable Integer times) {

    public static final int MOST_TIMES = 400;
    private static final int MOST_STEPS = 12;

    /** In which steps something repeats. */
    public enum Rhythm {
        /** On the weekday of the first date. */
        WEEKLY,
        /** On the same weekday of the month, counted from its beginning; months that have no fifth one are left out. */
        MONTHLY_ON_WEEKDAY,
        /** On the last such weekday of the month. */
        MONTHLY_ON_LAST_WEEKDAY,
        /** On the same day of the month; months that have no such day (the 31st) are left out. */
        MONTHLY_ON_DAY,
        /** On the same day of the year; the 29th of February comes in leap years only. */
        YEARLY
    }

    /** @throws Refused at {@code every}, {@code until} or {@code times} */
    public Repetition {
        if (every < 1 || every > MOST_STEPS) {
            throw Refused.at("every", "calendar.refused.every", MOST_STEPS);
        }
        if (times != null && (times < 2 || times > MOST_TIMES)) {
            throw Refused.at("times", "calendar.refused.times", MOST_TIMES);
        }
        if (times != null && until != null) {
            throw Refused.at("until", "calendar.refused.two-ends");
        }
    }

    /** Without an end. */
    public static Repetition of(Rhythm rhythm) {
        return new Repetition(rhythm, 1, null, null);
    }

    public static Repetition until(Rhythm rhythm, LocalDate last) {
        return new Repetition(rhythm, 1, last, null);
    }

    public static Repetition times(Rhythm rhythm, int times) {
        return new Repetition(rhythm, 1, null, times);
    }
}
