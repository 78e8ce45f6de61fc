package org.kvartal.alliance;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date as exactly as it is known: a year, a month or a day. Its text form is that of ISO 8601 with reduced precision: {@code 2023}, {@code
 * 2023-07}, {@code 2023-07-08}.
 *
 * @param month null where only the year is known
 * @param day null where only the month is known
 */
public record RoughDate(
        int year, @Nullable Integer month, @Nullable Integer day) {

    private static final Pattern FORM = Pattern.compile("(\\d{4})(?:-(\\d\\d)(?:-(\\d\\d))?)?");

    /** @throws DateTimeException if there is no such date */
    public RoughDate {
        if (year < 1 || year > 9999 || (month == null && day != null)) {
            throw new DateTimeException("no date: " + year + "-" + month + "-" + day);
        }
        var _ = LocalDate.of(year, month == null ? 1 : month, day == null ? 1 : day);
    }

    public static RoughDate of(LocalDate date) {
        return new RoughDate(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }

    public static RoughDate ofYear(int year) {
        return new RoughDate(year, null, null);
    }

    /**
     * Reads the text form.
     *
     * @throws DateTimeException if it is none
     */
    @JsonCreator
    public static RoughDate of(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new DateTimeException("no date: " + text);
        }
        return new RoughDate(Integer.parseInt(matcher.group(1)), number(matcher.group(2)), number(matcher.group(3)));
    }

    private static @Nullable Integer number(@Nullable String digits) {
        return digits == null ? null : Integer.valueOf(digits);
    }

    /** The first day that it may mean. */
    public LocalDate first() {
        return LocalDate.of(year, month == null ? 1 : month, day == null ? 1 : day);
    }

    /** The last day that it may mean. */
    public LocalDate last() {
        if (month == null) {
            return LocalDate.of(year, 12, 31);
        }
        return day == null ? YearMonth.of(year, month).atEndOfMonth() : LocalDate.of(year, month, day);
    }

    @JsonValue
    @Override
    public String toString() {
        String text = "%04d".formatted(year);
        if (month != null) {
            text += "-%02d".formatted(month);
        }
        return day == null ? text : text + "-%02d".formatted(day);
    }
}
