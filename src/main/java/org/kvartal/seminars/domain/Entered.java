package org.kvartal.seminars.domain;

import java.time.LocalDate;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Typed;

/** What may stand in the fields of seminars, beside what {@link Typed} says of every field. */
final class Entered {

    static final int REASON_LENGTH = 2_000;
    static final int LINK_LENGTH = 500;

    /** Longer plans than this are a mistake of typing. */
    private static final int MOST_YEARS = 50;

    private Entered() {}

    /** A day in a time that somebody can mean. */
    static LocalDate day(String field, LocalDate day, LocalDate today) {
        if (day.isBefore(today.minusYears(MOST_YEARS)) || day.isAfter(today.plusYears(MOST_YEARS))) {
            throw Refused.at(field, "seminars.refused.day");
        }
        return day;
    }

    /** An address on the web that has to be there. */
    static String link(String field, String typed) {
        return Typed.link(field, Typed.requiredLine(field, typed, LINK_LENGTH), LINK_LENGTH);
    }
}
