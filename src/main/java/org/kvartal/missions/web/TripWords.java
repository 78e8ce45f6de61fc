package org.kvartal.missions.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.kvartal.alliance.EntryContent.Names;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Wording;

/** Words of this module for a template. */
record TripWords(Messages messages, Wording wording, Language language) {

    /** The text of a constant: {@code of('mission-state', DONE)}. */
    public String of(String kind, Enum<?> constant) {
        return messages.text(language, "missions." + kind + "." + Code.of(constant));
    }

    public String text(String key, Object... arguments) {
        return messages.text(language, key, arguments);
    }

    public String code(Enum<?> constant) {
        return Code.of(constant);
    }

    public String name(Names names) {
        return names.in(language);
    }

    public String lang(Names names) {
        return names.shownIn(language);
    }

    public String day(LocalDate day) {
        return wording.day(day.atStartOfDay(ZoneOffset.UTC).toInstant(), language, ZoneOffset.UTC);
    }

    public String weekday(LocalDate day) {
        return wording.weekday(day, language);
    }

    public String days(LocalDate first, LocalDate last) {
        return wording.days(first, last, language);
    }

    public String clock(LocalTime time) {
        return wording.clock(time);
    }

    public String number(long number) {
        return wording.number(number, language);
    }

    /** The paragraphs of a plain text. */
    public List<String> paragraphs(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
