package org.kvartal.missions.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Refused;

/** Days and times as browsers send them, and as people write them who get no calendar from theirs. */
final class TypedWhen {

    private static final DateTimeFormatter POINTED = DateTimeFormatter.ofPattern("d.M.uuuu", Locale.ROOT);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);
    private static final int SHORT = 5;

    private TypedWhen() {}

    /** @throws Refused at that field if it is no day */
    static @Nullable LocalDate dayOrNull(String field, String typed) {
        String text = typed.strip();
        try {
            return text.isEmpty()
                    ? null
                    : LocalDate.parse(text, text.contains(".") ? POINTED : DateTimeFormatter.ISO_LOCAL_DATE);
        } catch (DateTimeParseException noDay) {
            throw Refused.at(field, "missions.refused.day");
        }
    }

    /** @throws Refused at that field if there is none */
    static LocalDate day(String field, String typed) {
        LocalDate day = dayOrNull(field, typed);
        if (day == null) {
            throw Refused.at(field, "missions.refused.day");
        }
        return day;
    }

    /** @throws Refused at that field if it is no time of the day */
    static LocalTime clock(String field, String typed) {
        String text = typed.strip().replace('.', ':');
        try {
            // Some browsers send seconds, too.
            return LocalTime.parse(text.length() > SHORT ? text.substring(0, SHORT) : text, CLOCK);
        } catch (DateTimeParseException noTime) {
            throw Refused.at(field, "missions.refused.time");
        }
    }
}
