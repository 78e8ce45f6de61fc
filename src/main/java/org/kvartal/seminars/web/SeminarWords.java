package org.kvartal.seminars.web;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.DateIntervalFormat;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.DateInterval;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Wording;
import org.kvartal.seminars.Seminars.SeminarCard;

/**
 * Words of this module for a template. What takes place somewhere is told by the clock of that place.
 *
 * @param house by whose clock guests read
 */
record SeminarWords(Messages messages, Wording wording, Language language, ZoneId house) {

    /** The text of a constant: {@code of('state', RUNNING)}. */
    public String of(String kind, Enum<?> constant) {
        return messages.text(language, "seminars." + kind + "." + Code.of(constant));
    }

    public String text(String key, @Nullable Object... arguments) {
        return messages.text(language, key, arguments);
    }

    public String code(Enum<?> constant) {
        return Code.of(constant);
    }

    /** When a seminar takes place: its hours where it is of one day, else its days. */
    public String when(SeminarCard card) {
        String clock = clockOf(card);
        String days = card.days() == 1
                ? text(
                        "seminars.public.hours",
                        weekday(card.starts().toLocalDate(), true),
                        clock(card.starts().toLocalTime()),
                        clock(card.ends().toLocalTime()))
                : days(card.starts().toLocalDate(), card.ends().toLocalDate());
        return clock.isEmpty() ? days : text("seminars.public.by-clock", days, clock);
    }

    /** By which clock, where the house's own shows another time; else empty. */
    public String clockOf(SeminarCard card) {
        return wording.clockOf(begins(card), language, card.zone(), house);
    }

    public Instant begins(SeminarCard card) {
        return card.starts().atZone(card.zone()).toInstant();
    }

    /** "12–14 March 2026". */
    public String days(LocalDate first, LocalDate last) {
        if (first.equals(last)) {
            return day(first);
        }
        DateIntervalFormat format = DateIntervalFormat.getInstance("dMMMMy", ULocale.forLocale(language.locale()));
        format.setTimeZone(TimeZone.GMT_ZONE);
        return format.format(new DateInterval(millis(first.atStartOfDay()), millis(last.atStartOfDay())));
    }

    public String day(LocalDate day) {
        return format("dMMMMy", day.atStartOfDay());
    }

    /** "Thursday, 12 March". */
    public String weekday(LocalDate day, boolean year) {
        String words = format(year ? "EEEEdMMMMy" : "EEEEdMMMM", day.atStartOfDay());
        return words.substring(0, 1).toUpperCase(language.locale()) + words.substring(1);
    }

    /** A moment by a clock. */
    public String local(LocalDateTime moment) {
        return format("dMMMMyHm", moment);
    }

    /** Until when a seat is held, by the seminar's clock. */
    public String exact(Instant moment, ZoneId zone) {
        return wording.exact(moment, language, zone, house);
    }

    /** Local times are formatted as if the clock stood at UTC, so that no other zone touches them. */
    private String format(String skeleton, LocalDateTime local) {
        DateFormat format = DateFormat.getInstanceForSkeleton(skeleton, language.locale());
        format.setTimeZone(TimeZone.GMT_ZONE);
        return format.format(Date.from(local.toInstant(ZoneOffset.UTC)));
    }

    private static long millis(LocalDateTime local) {
        return local.toInstant(ZoneOffset.UTC).toEpochMilli();
    }

    /** "18:05". */
    public String clock(LocalTime time) {
        return "%02d:%02d".formatted(time.getHour(), time.getMinute());
    }

    /** "12", "12.5", «12,5». */
    public String number(BigDecimal number) {
        NumberFormat format = NumberFormat.getInstance(language.locale());
        format.setMaximumFractionDigits(1);
        return format.format(number);
    }

    /** The names of languages, as the reader calls them. */
    public String languages(Collection<Language> languages) {
        return languages.stream()
                .sorted()
                .map(one -> Locale.of(one.code()).getDisplayLanguage(language.locale()))
                .collect(Collectors.joining(", "));
    }

    /** The paragraphs of a plain text. */
    public List<String> paragraphs(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
