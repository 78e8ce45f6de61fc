package org.kvartal.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import net.fortuna.ical4j.model.Recur;
import org.jspecify.annotations.Nullable;
import org.kvartal.calendar.Repetition.Rhythm;
import org.kvartal.kernel.Refused;

/**
 * A rule, a local time and a zone: "every third Thursday at 18:00 in Sofia". Its dates are counted on the calendar of the place and stand at the same time by the clock
 * before and after every change of it.
 *
 * <p>A date whose time falls into the gap of a change is not left out: it takes place so much later as {@link EventTime} says, since people come on that day all the same.
 *
 * @param start the first date; it belongs to the rule by what {@link Repetition} says, so there is no other
 * @param allDay whether the dates are whole days
 */
public record Recurrence(LocalDateTime start, ZoneId zone, boolean allDay, Repetition repetition) {

    /** No more dates than these are counted at once. */
    public static final int MOST_DATES = 1_000;

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");
    private static final int DAYS_OF_A_WEEK = 7;

    /** Beyond it nobody counts: a yearly rule of four hundred dates. */
    private static final int MOST_YEARS = 1_000;

    /** @throws Refused at {@code until} or {@code rhythm} where the rule contradicts the first date */
    public Recurrence {
        LocalDate until = repetition.until();
        if (until != null && until.isBefore(start.toLocalDate())) {
            throw Refused.at("until", "calendar.refused.until");
        }
        if (repetition.rhythm() == Rhythm.MONTHLY_ON_LAST_WEEKDAY && !isLastOfMonth(start.toLocalDate())) {
            throw Refused.at("rhythm", "calendar.refused.last");
        }
    }

    public static Recurrence of(EventTime first, Repetition repetition) {
        return new Recurrence(first.start(), first.zone(), first.allDay(), repetition);
    }

    /** The dates that begin between two moments, the second not included, in their order; at most {@link #MOST_DATES}. */
    public List<LocalDateTime> dates(Instant from, Instant to) {
        // Wide enough for every zone; what lies outside is left out by the moments themselves.
        LocalDateTime first = LocalDateTime.ofInstant(from, zone).minusDays(1);
        LocalDateTime last = LocalDateTime.ofInstant(to, zone).plusDays(1);
        if (last.isBefore(start)) {
            return List.of();
        }
        return recur().getDates(start, first.isBefore(start) ? start : first, last).stream()
                .filter(date -> {
                    Instant begins = date.atZone(zone).toInstant();
                    return !begins.isBefore(from) && begins.isBefore(to);
                })
                .limit(MOST_DATES)
                .toList();
    }

    /** Whether the rule has this date. */
    public boolean has(LocalDateTime date) {
        Instant begins = date.atZone(zone).toInstant();
        return dates(begins, begins.plusMillis(1)).contains(date);
    }

    /** The last date; empty where the rule has no end. */
    public Optional<LocalDateTime> last() {
        LocalDate until = repetition.until();
        Integer times = repetition.times();
        if (until == null && times == null) {
            return Optional.empty();
        }
        LocalDateTime end = until != null ? until.atTime(LocalTime.MAX) : start.plusYears(MOST_YEARS);
        List<LocalDateTime> all = recur().getDates(start, start, end);
        return Optional.of(all.isEmpty() ? start : all.getLast());
    }

    /** The rule as iCalendar writes it (RFC 5545, 3.3.10), without its name; a last day is written as the moment that ends it. */
    public String rule() {
        LocalDate until = repetition.until();
        if (until == null) {
            return rule(null);
        }
        return rule(
                allDay
                        ? until.format(DateTimeFormatter.BASIC_ISO_DATE)
                        : until.atTime(LocalTime.of(23, 59, 59))
                                        .atZone(zone)
                                        .withZoneSameInstant(ZoneOffset.UTC)
                                        .format(LOCAL)
                                + "Z");
    }

    /** The dates are counted in local time, without a zone: no change of the clocks can touch them. */
    private Recur<LocalDateTime> recur() {
        LocalDate until = repetition.until();
        return new Recur<>(rule(
                until == null ? null : until.atTime(LocalTime.of(23, 59, 59)).format(LOCAL)));
    }

    private String rule(@Nullable String until) {
        LocalDate day = start.toLocalDate();
        StringBuilder rule = new StringBuilder("FREQ=")
                .append(
                        switch (repetition.rhythm()) {
                            case WEEKLY -> "WEEKLY";
                            case MONTHLY_ON_WEEKDAY, MONTHLY_ON_LAST_WEEKDAY, MONTHLY_ON_DAY -> "MONTHLY";
                            case YEARLY -> "YEARLY";
                        });
        if (until != null) {
            rule.append(";UNTIL=").append(until);
        }
        if (repetition.times() != null) {
            rule.append(";COUNT=").append(repetition.times());
        }
        if (repetition.every() > 1) {
            rule.append(";INTERVAL=").append(repetition.every());
        }
        return rule.append(
                        switch (repetition.rhythm()) {
                            case WEEKLY -> ";BYDAY=" + code(day.getDayOfWeek());
                            case MONTHLY_ON_WEEKDAY -> ";BYDAY=" + week(day) + code(day.getDayOfWeek());
                            case MONTHLY_ON_LAST_WEEKDAY -> ";BYDAY=-1" + code(day.getDayOfWeek());
                            case MONTHLY_ON_DAY -> ";BYMONTHDAY=" + day.getDayOfMonth();
                            case YEARLY -> ";BYMONTH=" + day.getMonthValue() + ";BYMONTHDAY=" + day.getDayOfMonth();
                        })
                .toString();
    }

    /** Which of its weekdays in the month a day is, 1 to 5. */
    public static int week(LocalDate day) {
        return (day.getDayOfMonth() - 1) / DAYS_OF_A_WEEK + 1;
    }

    /** Whether no such weekday comes after it in the month. */
    public static boolean isLastOfMonth(LocalDate day) {
        return day.plusDays(DAYS_OF_A_WEEK).getMonth() != day.getMonth();
    }

    private static String code(DayOfWeek day) {
        return day.name().substring(0, 2);
    }
}
