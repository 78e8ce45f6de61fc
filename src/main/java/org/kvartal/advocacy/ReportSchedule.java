package org.kvartal.advocacy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** How often the owner of a measure reports. */
public enum ReportSchedule {
    NONE(0),
    MONTHLY(1),
    QUARTERLY(3);

    private final int months;

    ReportSchedule(int months) {
        this.months = months;
    }

    /** The days on which reports are due: so many months after the beginning again and again, and on the last day. */
    public List<LocalDate> days(LocalDate starts, LocalDate due) {
        if (months == 0) {
            return List.of();
        }
        List<LocalDate> days = new ArrayList<>();
        // Counted from the beginning each time: a 31st stays one where the month has it.
        for (int times = 1; starts.plusMonths((long) times * months).isBefore(due); times++) {
            days.add(starts.plusMonths((long) times * months));
        }
        days.add(due);
        return List.copyOf(days);
    }
}
