package org.kvartal.calendar.wording;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.kvartal.calendar.CalendarEvent;
import org.kvartal.calendar.CalendarFilter;
import org.kvartal.kernel.Code;

/**
 * What of the calendar somebody looks at, as the address says it. An event stands on the days on which it takes place by its own clock, for every reader.
 *
 * @param on a day of the stretch; the first one in the agenda
 * @param today by the reader's clock
 */
public record CalendarWish(Shape shape, LocalDate on, CalendarFilter filter, LocalDate today) {

    /** In which shape the calendar is shown. */
    public enum Shape {
        /** Days on which something happens, one below the other. */
        AGENDA,
        WEEK,
        MONTH
    }

    /** What the agenda shows at once. */
    static final int AGENDA_DAYS = 60;

    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2190;
    private static final int DAYS_OF_A_WEEK = 7;

    /** A day of what is shown; the events that touch it. */
    public record Day(LocalDate date, boolean today, boolean inside, List<CalendarEvent> events) {}

    /**
     * Reads {@code view}, {@code on} and the filter; what can't be read is left out.
     *
     * @param otherwise the shape where the address names none
     */
    public static CalendarWish read(Map<String, String[]> parameters, Shape otherwise, LocalDate today) {
        Shape shape = first(parameters, "view").flatMap(CalendarWish::shape).orElse(otherwise);
        LocalDate on = first(parameters, "on").flatMap(CalendarWish::day).orElse(today);
        return new CalendarWish(shape, on, CalendarFilter.read(parameters), today);
    }

    /** Whether the address names a shape. */
    public static boolean namesShape(Map<String, String[]> parameters) {
        return first(parameters, "view").flatMap(CalendarWish::shape).isPresent();
    }

    /** The first day that is shown. */
    public LocalDate first() {
        return switch (shape) {
            case AGENDA -> on;
            case WEEK -> monday(on);
            case MONTH -> monday(on.withDayOfMonth(1));
        };
    }

    /** The day after the last that is shown. */
    public LocalDate after() {
        return switch (shape) {
            case AGENDA -> on.plusDays(AGENDA_DAYS);
            case WEEK -> monday(on).plusDays(DAYS_OF_A_WEEK);
            case MONTH -> monday(on.with(TemporalAdjusters.lastDayOfMonth())).plusDays(DAYS_OF_A_WEEK);
        };
    }

    /** From when events have to be read, whatever their zones. */
    public Instant from() {
        return first().atStartOfDay(ZoneOffset.MAX).toInstant();
    }

    /** Until when. */
    public Instant to() {
        return after().atStartOfDay(ZoneOffset.MIN).toInstant();
    }

    /** The days that are shown, with what touches them. The agenda leaves empty days out and tells each event once. */
    public List<Day> days(List<CalendarEvent> events) {
        List<Day> days = new ArrayList<>();
        for (LocalDate date = first(); date.isBefore(after()); date = date.plusDays(1)) {
            LocalDate day = date;
            List<CalendarEvent> there =
                    events.stream().filter(event -> isOn(event, day)).toList();
            if (shape != Shape.AGENDA || !there.isEmpty()) {
                days.add(new Day(day, day.equals(today), shape != Shape.MONTH || inMonth(day), there));
            }
        }
        return days;
    }

    /** The days in weeks that begin on Monday. */
    public List<List<Day>> weeks(List<CalendarEvent> events) {
        List<Day> days = days(events);
        List<List<Day>> weeks = new ArrayList<>();
        for (int at = 0; at < days.size(); at += DAYS_OF_A_WEEK) {
            weeks.add(days.subList(at, Math.min(days.size(), at + DAYS_OF_A_WEEK)));
        }
        return weeks;
    }

    private boolean isOn(CalendarEvent event, LocalDate day) {
        LocalDate begins = event.time().firstDay();
        if (shape == Shape.AGENDA) {
            return day.equals(begins.isBefore(on) ? on : begins)
                    && !event.time().lastDay().isBefore(on);
        }
        return !day.isBefore(begins) && !day.isAfter(event.time().lastDay());
    }

    private boolean inMonth(LocalDate day) {
        return day.getMonth() == on.getMonth() && day.getYear() == on.getYear();
    }

    public CalendarWish next() {
        return on(
                switch (shape) {
                    case AGENDA -> on.plusDays(AGENDA_DAYS);
                    case WEEK -> on.plusDays(DAYS_OF_A_WEEK);
                    case MONTH -> on.withDayOfMonth(1).plusMonths(1);
                });
    }

    public CalendarWish previous() {
        return on(
                switch (shape) {
                    case AGENDA -> on.minusDays(AGENDA_DAYS);
                    case WEEK -> on.minusDays(DAYS_OF_A_WEEK);
                    case MONTH -> on.withDayOfMonth(1).minusMonths(1);
                });
    }

    /** Whether what is shown begins now. */
    public boolean isNow() {
        return shape == Shape.AGENDA
                ? on.equals(today)
                : !today.isBefore(first()) && today.isBefore(after()) && (shape == Shape.WEEK || inMonth(today));
    }

    public CalendarWish on(LocalDate day) {
        return new CalendarWish(shape, day, filter, today);
    }

    public CalendarWish as(Shape other) {
        return new CalendarWish(other, on, filter, today);
    }

    public CalendarWish filtered(CalendarFilter other) {
        return new CalendarWish(shape, on, other, today);
    }

    public CalendarWish in(@Nullable String city) {
        return filtered(filter.in(city));
    }

    /** The address's query, without its question mark; the shape is always named. */
    public String write() {
        return write(true);
    }

    /** The same where the agenda is what is shown without a word; empty for the agenda from today of everything. */
    public String writeInPublic() {
        return write(shape != Shape.AGENDA);
    }

    private String write(boolean named) {
        StringJoiner query = new StringJoiner("&");
        if (named) {
            query.add("view=" + Code.of(shape));
        }
        if (!on.equals(today)) {
            query.add("on=" + on);
        }
        if (!filter.isAll()) {
            query.add(filter.write());
        }
        return query.toString();
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static Optional<String> first(Map<String, String[]> parameters, String name) {
        return Arrays.stream(parameters.getOrDefault(name, new String[0])).findFirst();
    }

    private static Optional<Shape> shape(String code) {
        return Arrays.stream(Shape.values())
                .filter(shape -> Code.of(shape).equals(code))
                .findFirst();
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text))
                    .filter(day -> day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR);
        } catch (DateTimeException mistyped) {
            return Optional.empty();
        }
    }
}
