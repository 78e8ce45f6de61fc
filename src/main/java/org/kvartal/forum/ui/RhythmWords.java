package org.kvartal.forum.ui;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.util.TimeZone;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import org.kvartal.calendar.Recurrence;
import org.kvartal.calendar.Repetition.Rhythm;
import org.kvartal.kernel.Code;

/** Says how something repeats, in the calendar's own words: "every month: third Thursday, 18:00". */
final class RhythmWords {

    private RhythmWords() {}

    static String of(Recurrence recurrence, Words words) {
        return words.text(
                "forum.rhythm.at",
                days(
                        recurrence.start().toLocalDate(),
                        recurrence.repetition().rhythm(),
                        recurrence.repetition().every(),
                        words),
                words.clock(recurrence.start().toLocalTime()));
    }

    /** Without the time, for a field that offers it. */
    static String days(LocalDate first, Rhythm rhythm, int every, Words words) {
        return words.text(
                switch (rhythm) {
                    case WEEKLY -> "calendar.rule.weeks";
                    case MONTHLY_ON_WEEKDAY, MONTHLY_ON_LAST_WEEKDAY, MONTHLY_ON_DAY -> "calendar.rule.months";
                    case YEARLY -> "calendar.rule.years";
                },
                every,
                date(first, rhythm, words));
    }

    private static String date(LocalDate first, Rhythm rhythm, Words words) {
        String day = format("cccc", first, words);
        String code = Code.of(first.getDayOfWeek());
        return switch (rhythm) {
            case WEEKLY -> day;
            case MONTHLY_ON_WEEKDAY -> words.text("calendar.rule.nth", Recurrence.week(first), code, day);
            case MONTHLY_ON_LAST_WEEKDAY -> words.text("calendar.rule.last", code, day);
            case MONTHLY_ON_DAY -> words.text("calendar.rule.day", first.getDayOfMonth());
            case YEARLY -> format("MMMMd", first, words);
        };
    }

    private static String format(String skeleton, LocalDate day, Words words) {
        DateFormat format =
                DateFormat.getInstanceForSkeleton(skeleton, words.language().locale());
        format.setTimeZone(TimeZone.getTimeZone("UTC"));
        return format.format(Date.from(day.atStartOfDay().toInstant(ZoneOffset.UTC)));
    }
}
