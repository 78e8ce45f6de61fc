package org.kvartal.kernel;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.DateIntervalFormat;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.text.RelativeDateTimeFormatter;
import com.ibm.icu.text.RelativeDateTimeFormatter.Direction;
import com.ibm.icu.text.RelativeDateTimeFormatter.RelativeUnit;
import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.Currency;
import com.ibm.icu.util.DateInterval;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Says dates and numbers as people say them, in the reader's language and zone (CLDR data by ICU). */
@Component
public class Wording {

    private final Clock clock;

    Wording(Clock clock) {
        this.clock = clock;
    }

    /** "5 minutes ago", "yesterday, 14:05", "12 March, 09:30", "12 March 2024". */
    public String when(Instant moment, Reader reader) {
        return when(moment, reader.language(), reader.zone());
    }

    /** The same for a language and a zone that no reader carries. */
    public String when(Instant moment, Language language, ZoneId zone) {
        Instant now = clock.instant();
        Duration ago = Duration.between(moment, now);
        if (!ago.isNegative() && ago.compareTo(Duration.ofMinutes(1)) < 0) {
            return RelativeDateTimeFormatter.getInstance(language.locale())
                    .format(Direction.PLAIN, RelativeDateTimeFormatter.AbsoluteUnit.NOW);
        }
        if (!ago.isNegative() && ago.compareTo(Duration.ofHours(1)) < 0) {
            return RelativeDateTimeFormatter.getInstance(language.locale())
                    .format((double) ago.toMinutes(), Direction.LAST, RelativeUnit.MINUTES);
        }
        LocalDate day = LocalDate.ofInstant(moment, zone);
        LocalDate today = LocalDate.ofInstant(now, zone);
        long days = ChronoUnit.DAYS.between(day, today);
        if (days >= -1 && days <= 1) {
            Direction direction = days == 0 ? Direction.THIS : days == 1 ? Direction.LAST : Direction.NEXT;
            String name = RelativeDateTimeFormatter.getInstance(language.locale())
                    .format(direction, RelativeDateTimeFormatter.AbsoluteUnit.DAY);
            return name + ", " + pattern("Hm", moment, language, zone);
        }
        return day.getYear() == today.getYear()
                ? pattern("dMMMM", moment, language, zone) + ", " + pattern("Hm", moment, language, zone)
                : pattern("dMMMMy", moment, language, zone);
    }

    /** The whole date with weekday, time and zone, for hover, letters and documents. */
    public String exact(Instant moment, Language language, ZoneId zone) {
        return pattern("EEEEdMMMMyHmz", moment, language, zone);
    }

    /**
     * The same for what takes place somewhere: by the clock of that place, with its zone only where the reader's own clock shows another time.
     *
     * @param place the zone of the place
     * @param reading the reader's
     */
    public String exact(Instant moment, Language language, ZoneId place, ZoneId reading) {
        boolean same =
                place.getRules().getOffset(moment).equals(reading.getRules().getOffset(moment));
        return pattern(same ? "EEEEdMMMMyHm" : "EEEEdMMMMyHmz", moment, language, place);
    }

    /**
     * From a moment to another by the clock of a place: "Thursday, 12 March 2026, 13:00–18:00"; both days where they are not the same.
     *
     * @see #clockOf by which clock, where that is to be said
     */
    public String hours(Instant from, Instant to, Language language, ZoneId place) {
        LocalDateTime begins = LocalDateTime.ofInstant(from, place);
        LocalDateTime ends = LocalDateTime.ofInstant(to, place);
        String first = pattern("EEEEdMMMMy", from, language, place) + ", " + clock(begins.toLocalTime());
        return begins.toLocalDate().equals(ends.toLocalDate())
                ? first + "–" + clock(ends.toLocalTime())
                : first + " – " + pattern("EEEEdMMMMy", to, language, place) + ", " + clock(ends.toLocalTime());
    }

    /** The city whose clock a place goes by, where the reader's shows another time at that moment; else empty. */
    public String clockOf(Instant moment, Language language, ZoneId place, ZoneId reading) {
        if (place.getRules().getOffset(moment).equals(reading.getRules().getOffset(moment))) {
            return "";
        }
        String city =
                TimeZoneNames.getInstance(ULocale.forLocale(language.locale())).getExemplarLocationName(place.getId());
        return city == null ? place.getId() : city;
    }

    /** A day: "12 March 2026". */
    public String day(Instant moment, Language language, ZoneId zone) {
        return pattern("dMMMMy", moment, language, zone);
    }

    /** The same of a day that is the same everywhere. */
    public String day(LocalDate day, Language language) {
        return day(day.atStartOfDay(ZoneOffset.UTC).toInstant(), language, ZoneOffset.UTC);
    }

    /** A day by its name, for programmes: "Thursday, 12 March". */
    public String weekday(LocalDate day, Language language) {
        return pattern("EEEEdMMMM", day.atStartOfDay(ZoneOffset.UTC).toInstant(), language, ZoneOffset.UTC);
    }

    /** From a day to another, both included: "12–14 March 2026". */
    public String days(LocalDate first, LocalDate last, Language language) {
        if (first.equals(last)) {
            return day(first.atStartOfDay(ZoneOffset.UTC).toInstant(), language, ZoneOffset.UTC);
        }
        DateIntervalFormat format = DateIntervalFormat.getInstance("dMMMMy", language.locale());
        format.setTimeZone(TimeZone.getTimeZone("UTC"));
        return format.format(new DateInterval(
                first.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli(),
                last.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli()));
    }

    /** A time of the day by the clock of a place: "09:30". */
    public String clock(LocalTime time) {
        return "%02d:%02d".formatted(time.getHour(), time.getMinute());
    }

    /** The city by which a clock is called: "Sofia"; the clock's own name where it is called by none. */
    public String city(ZoneId clock, Language language) {
        String city = TimeZoneNames.getInstance(language.locale()).getExemplarLocationName(clock.getId());
        return city == null ? clock.getId() : city;
    }

    /** A month: "March 2026". */
    public String month(YearMonth month, Language language) {
        return pattern("yMMMM", month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant(), language, ZoneOffset.UTC);
    }

    /** A year: "2026", «2026 г.». */
    public String year(int year, Language language) {
        return pattern(
                "y", LocalDate.of(year, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant(), language, ZoneOffset.UTC);
    }

    /** A number grouped as the language groups it. */
    public String number(long number, Language language) {
        return NumberFormat.getIntegerInstance(language.locale()).format(number);
    }

    /**
     * An amount of money as the language writes it: "€1,200.50", «1 200,50 €»; without the part after the decimal sign where there is none.
     *
     * @param currency three letters of ISO 4217
     */
    public String money(BigDecimal amount, String currency, Language language) {
        NumberFormat format = NumberFormat.getCurrencyInstance(language.locale());
        format.setCurrency(Currency.getInstance(currency));
        if (amount.stripTrailingZeros().scale() <= 0) {
            format.setMaximumFractionDigits(0);
        }
        return format.format(amount);
    }

    private static String pattern(String skeleton, Instant moment, Language language, ZoneId zone) {
        Locale locale = language.locale();
        DateFormat format = DateFormat.getInstanceForSkeleton(skeleton, locale);
        format.setTimeZone(TimeZone.getTimeZone(zone.getId()));
        return format.format(Date.from(moment));
    }
}
