package org.kvartal.advocacy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** How long an answer has been waited for. Never stored: told by the calendar of the addressee. */
public enum Lateness {
    WAITING,
    /** The last day for an answer is over. */
    LATE,
    /** It has been over for more than {@value #MONTH} days. */
    LONG_LATE;

    private static final int MONTH = 30;

    /**
     * @param replyBy the last day for an answer
     * @param zone of the addressee
     */
    public static Lateness of(LocalDate replyBy, ZoneId zone, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        if (!today.isAfter(replyBy)) {
            return WAITING;
        }
        return today.isAfter(replyBy.plusDays(MONTH)) ? LONG_LATE : LATE;
    }
}
