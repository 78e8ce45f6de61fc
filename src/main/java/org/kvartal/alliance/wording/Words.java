package org.kvartal.alliance.wording;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.text.SimpleDateFormat;
import com.ibm.icu.util.TimeZone;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.EntryContent.Access;
import org.kvartal.alliance.EntryContent.Licence;
import org.kvartal.alliance.EntryContent.Names;
import org.kvartal.alliance.EntryContent.Status;
import org.kvartal.alliance.EntryKind;
import org.kvartal.alliance.RelationKind;
import org.kvartal.alliance.RoughDate;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.membership.Places.Place;
import org.kvartal.membership.Sectors.Sector;

/**
 * Says codes, kinds and dates in the language of a page.
 *
 * @param zone by whose clock a moment has its day
 */
public record Words(
        Language language, ZoneId zone, Messages messages, Map<String, Sector> sectors, Map<String, Place> places)
        implements Serializable {

    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    public String text(String key, @Nullable Object... arguments) {
        return messages.text(language, key, arguments);
    }

    /** The word for one of a few: {@code alliance.status.temporarily-closed}. */
    public String word(String group, Enum<?> value) {
        return text("alliance." + group + "." + Code.of(value));
    }

    public String kind(EntryKind kind) {
        return word("kind", kind);
    }

    /** Many of that kind. */
    public String kinds(EntryKind kind) {
        return word("kinds", kind);
    }

    public String status(Status status) {
        return word("status", status);
    }

    public String access(Access access) {
        return word("access", access);
    }

    public String licence(Licence licence) {
        return word("licence", licence);
    }

    /** What stands before the other's name: "member of", "members". */
    public String relation(RelationKind kind, boolean outward) {
        return text("alliance.relation." + Code.of(kind) + (kind.mutual() || outward ? "" : "-back"));
    }

    public String sector(String code) {
        Sector sector = sectors.get(code);
        return sector == null ? code : sector.name().in(language);
    }

    /** A place by its code, or a country by its capital letters. */
    public String place(String code) {
        if (isCountry(code)) {
            return Locale.of("", code).getDisplayCountry(language.locale());
        }
        Place place = places.get(code);
        return place == null ? code : place.name().in(language);
    }

    /** A place with its country: "Sofia, Bulgaria". */
    public String placeAndCountry(String code) {
        Place place = places.get(code);
        return place == null ? place(code) : place(code) + ", " + place(place.country());
    }

    public static boolean isCountry(String code) {
        return COUNTRY.matcher(code).matches();
    }

    /** The country of a place that this page names. */
    public @Nullable String countryOf(String code) {
        Place place = places.get(code);
        return place == null ? null : place.country();
    }

    /** A language by its BCP 47 tag. */
    public String languageName(String tag) {
        return Locale.forLanguageTag(tag).getDisplayName(language.locale());
    }

    public String name(Names names) {
        return names.in(language);
    }

    public String number(long number) {
        return NumberFormat.getIntegerInstance(language.locale()).format(number);
    }

    public String day(LocalDate day) {
        return format("dMMMMy", day);
    }

    public String day(Instant moment) {
        return day(LocalDate.ofInstant(moment, zone));
    }

    /** A date as exactly as it is known. */
    public String date(RoughDate date) {
        if (date.month() == null) {
            return String.valueOf(date.year());
        }
        return format(date.day() == null ? "LLLLy" : "dMMMMy", date.first());
    }

    /** "since 2019", "2019 – 2023", "until 2023"; empty where nothing is known. */
    public String span(@Nullable RoughDate since, @Nullable RoughDate until) {
        if (since == null) {
            return until == null ? "" : text("alliance.span-until", dateOf(until));
        }
        return until == null
                ? text("alliance.span-since", dateOf(since))
                : text("alliance.span", date(since), date(until));
    }

    /** A moment for machines. */
    public String machine(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** "The text may be used under CC BY 4.0." */
    public String licenceSentence(Licence licence) {
        return text("alliance.entry.licence", licence(licence));
    }

    /** A web address as people read it. */
    public String address(String url) {
        return Links.shown(url);
    }

    /** Whether a source is an address that can be followed. */
    public boolean isAddress(String source) {
        return Links.isAddress(source);
    }

    /** A telephone number as a telephone takes it. */
    public String dialled(String number) {
        return Links.dialled(number);
    }

    /** The same by years alone. */
    public String years(@Nullable RoughDate since, @Nullable RoughDate until) {
        return span(
                since == null ? null : RoughDate.ofYear(since.year()),
                until == null ? null : RoughDate.ofYear(until.year()));
    }

    /** A date behind a preposition: a year is said to be one, and Russian has another form of the month there. */
    private String dateOf(RoughDate date) {
        if (date.month() == null) {
            return text("alliance.span-year", date(date));
        }
        if (date.day() != null || language != Language.RU) {
            return date(date);
        }
        DateFormat format = new SimpleDateFormat("MMMM y 'г.'", language.locale());
        format.setTimeZone(TimeZone.getTimeZone("UTC"));
        return format.format(Date.from(date.first().atStartOfDay(ZoneOffset.UTC).toInstant()));
    }

    private String format(String skeleton, LocalDate day) {
        DateFormat format = DateFormat.getInstanceForSkeleton(skeleton, language.locale());
        format.setTimeZone(TimeZone.getTimeZone("UTC"));
        return format.format(Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant()));
    }
}
