package org.kvartal.calendar.wording;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.DateIntervalFormat;
import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.DateInterval;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.calendar.EventTime;
import org.kvartal.calendar.OutsideEvents.SeriesDate;
import org.kvartal.calendar.Recurrence;
import org.kvartal.calendar.Repetition;
import org.kvartal.calendar.Repetition.Rhythm;
import org.kvartal.calendar.wording.CalendarWish.Shape;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;

/**
 * Says times of events as people say them, by the clock of the place (CLDR data by ICU).
 *
 * @param zone by which the reader lives
 */
public record EventWords(Messages messages, Language language, ZoneId zone) {

    /** A weekday that can stand in a calendar's head: 5 January 1970 was a Monday. */
    private static final LocalDate A_MONDAY = LocalDate.of(1970, 1, 5);

    public String text(String key, Object... arguments) {
        return messages.text(language, key, arguments);
    }

    /** "Thursday, 5 March 2026, 18:00–20:00", "5–7 March 2026"; by the clock of the place. */
    public String when(EventTime time) {
        if (time.allDay()) {
            return time.firstDay().equals(time.lastDay())
                    ? format("yMMMMEEEEd", time.start())
                    : interval("yMMMMEEEEd", time.start(), time.lastDay().atStartOfDay());
        }
        return interval("yMMMMEEEEdHm", time.start(), time.end());
    }

    /** The clock of the place, where its zone is not the reader's: "Sofia time"; empty where it is, and for whole days. */
    public Optional<String> clock(EventTime time) {
        return time.allDay() || sameClock(time)
                ? Optional.empty()
                : Optional.of(text("calendar.clock", zoneName(time.zone())));
    }

    /** When that is by the reader's own clock: "17:00 for you"; empty where it is the same, and for whole days. */
    public Optional<String> forReader(EventTime time) {
        if (time.allDay() || sameClock(time)) {
            return Optional.empty();
        }
        LocalDateTime own = LocalDateTime.ofInstant(time.begins(), zone);
        String words = own.toLocalDate().equals(time.firstDay()) ? format("Hm", own) : format("dMMMMHm", own);
        return Optional.of(text("calendar.for-you", words));
    }

    private boolean sameClock(EventTime time) {
        return zone.getRules()
                .getOffset(time.begins())
                .equals(time.zone().getRules().getOffset(time.begins()));
    }

    /** What a day's line begins with: "18:00–20:00", "all day", "until 14:00". */
    public String hours(EventTime time, LocalDate day) {
        if (time.allDay()) {
            return text("calendar.all-day");
        }
        boolean begins = day.equals(time.firstDay());
        boolean ends = day.equals(time.lastDay());
        if (begins && ends) {
            return interval("Hm", time.start(), time.end());
        }
        if (begins) {
            return text("calendar.from", format("Hm", time.start()));
        }
        return ends ? text("calendar.until", format("Hm", time.end())) : text("calendar.all-day");
    }

    /** The beginning alone, for a narrow place; empty where there is none on that day. */
    public String hour(EventTime time, LocalDate day) {
        return time.allDay() || !day.equals(time.firstDay()) ? "" : format("Hm", time.start());
    }

    /** "5–7 March", where it lasts more than a day; else empty. */
    public String span(EventTime time) {
        return time.firstDay().equals(time.lastDay())
                ? ""
                : interval(
                        "MMMMd", time.firstDay().atStartOfDay(), time.lastDay().atStartOfDay());
    }

    /** "March 2026", "9–15 March 2026", "From 5 March 2026". */
    public String stretch(CalendarWish wish) {
        return switch (wish.shape()) {
            case MONTH -> capital(format("yMMMM", wish.on().atStartOfDay()));
            case WEEK ->
                interval(
                        "yMMMMd",
                        wish.first().atStartOfDay(),
                        wish.after().minusDays(1).atStartOfDay());
            case AGENDA -> wish.isNow() ? text("calendar.coming") : text("calendar.coming-from", day(wish.on()));
        };
    }

    /** "5 March 2026". */
    public String day(LocalDate day) {
        return format("yMMMMd", day.atStartOfDay());
    }

    /** "Thursday, 5 March", with the year where it is another than today's. */
    public String weekday(LocalDate day, LocalDate today) {
        return capital(format(day.getYear() == today.getYear() ? "MMMMEEEEd" : "yMMMMEEEEd", day.atStartOfDay()));
    }

    /** The name of a weekday; short where {@code wide} is false. */
    public String weekday(DayOfWeek day, boolean wide) {
        return format(
                wide ? "cccc" : "ccc", A_MONDAY.plusDays(day.getValue() - 1L).atStartOfDay());
    }

    public String shape(Shape shape) {
        return text("calendar.view." + Code.of(shape));
    }

    /** "Every month: third Thursday, until 3 March 2027". */
    public String rule(EventTime first, Repetition repetition) {
        String rule = rule(first.firstDay(), repetition.rhythm(), repetition.every());
        LocalDate until = repetition.until();
        if (until != null) {
            return text("calendar.rule.until", rule, day(until));
        }
        return repetition.times() == null ? rule : text("calendar.rule.times", rule, repetition.times());
    }

    /** The same without its end. */
    public String rule(LocalDate first, Rhythm rhythm, int every) {
        return text("calendar.rule." + step(rhythm), every, date(first, rhythm));
    }

    private static String step(Rhythm rhythm) {
        return switch (rhythm) {
            case WEEKLY -> "weeks";
            case MONTHLY_ON_WEEKDAY, MONTHLY_ON_LAST_WEEKDAY, MONTHLY_ON_DAY -> "months";
            case YEARLY -> "years";
        };
    }

    private String date(LocalDate first, Rhythm rhythm) {
        String day = weekday(first.getDayOfWeek(), true);
        String code = Code.of(first.getDayOfWeek());
        return switch (rhythm) {
            case WEEKLY -> day;
            case MONTHLY_ON_WEEKDAY -> text("calendar.rule.nth", Recurrence.week(first), code, day);
            case MONTHLY_ON_LAST_WEEKDAY -> text("calendar.rule.last", code, day);
            case MONTHLY_ON_DAY -> text("calendar.rule.day", first.getDayOfMonth());
            case YEARLY -> format("MMMMd", first.atStartOfDay());
        };
    }

    /** What a date of a series differs in from its rule; null where in nothing. */
    public @Nullable String difference(SeriesDate date) {
        if (date.cancelled()) {
            return text("calendar.state.cancelled");
        }
        return date.moved() ? text("calendar.moved-from", format("MMMMEEEEdHm", date.date())) : null;
    }

    /** "Sofia". */
    public String zoneName(ZoneId of) {
        String city =
                TimeZoneNames.getInstance(ULocale.forLocale(language.locale())).getExemplarLocationName(of.getId());
        return city == null ? of.getId() : city;
    }

    private String capital(String words) {
        return words.substring(0, 1).toUpperCase(language.locale()) + words.substring(1);
    }

    /** Local times are formatted as if the clock stood at UTC, so that no other zone touches them. */
    private String format(String skeleton, LocalDateTime local) {
        DateFormat format = DateFormat.getInstanceForSkeleton(skeleton, language.locale());
        format.setTimeZone(TimeZone.GMT_ZONE);
        return format.format(Date.from(local.toInstant(ZoneOffset.UTC)));
    }

    private String interval(String skeleton, LocalDateTime from, LocalDateTime to) {
        DateIntervalFormat format = DateIntervalFormat.getInstance(skeleton, language.locale());
        format.setTimeZone(TimeZone.GMT_ZONE);
        return format.format(new DateInterval(millis(from), millis(to)));
    }

    private static long millis(LocalDateTime local) {
        return local.toInstant(ZoneOffset.UTC).toEpochMilli();
    }
}
