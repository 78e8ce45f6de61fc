package org.kvartal.advocacy.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.kvartal.kernel.Refused;

/** How long a text may be, and which amounts and days somebody can mean; what is outside is refused at its field. */
final class Bounds {

    static final int REASON_LENGTH = 2_000;

    static final int LINK_LENGTH = 500;

    /** Longer plans than this are a mistake of typing. */
    private static final int MOST_YEARS = 50;

    static final int MOST_DIGITS = 12;
    static final int MOST_DECIMALS = 3;

    private Bounds() {}

    /** A number that somebody can mean, in one form however it was typed. */
    static BigDecimal amount(String field, BigDecimal typed) {
        BigDecimal plain = typed.stripTrailingZeros();
        if (plain.scale() > MOST_DECIMALS || plain.precision() - plain.scale() > MOST_DIGITS) {
            throw Refused.at(field, "advocacy.refused.amount", MOST_DIGITS, MOST_DECIMALS);
        }
        return plain.setScale(Math.max(0, plain.scale()), RoundingMode.UNNECESSARY);
    }

    /** A day in a time that somebody can mean. */
    static LocalDate day(String field, LocalDate day, LocalDate today) {
        if (day.isBefore(today.minusYears(MOST_YEARS)) || day.isAfter(today.plusYears(MOST_YEARS))) {
            throw Refused.at(field, "advocacy.refused.day");
        }
        return day;
    }

    /** A day that is not over. */
    static LocalDate coming(String field, LocalDate day, LocalDate today) {
        if (day.isBefore(today)) {
            throw Refused.at(field, "advocacy.refused.past");
        }
        return day(field, day, today);
    }
}
