package org.kvartal.alliance;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kvartal.files.FileId;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;

/**
 * What an entry says, whole: what a form edits, a suggestion proposes and a page shows. It is checked when it is saved; {@link
 * Entries#save} names the fields that it refuses as they are called here, with the place in a list behind a dot: {@code names.own},
 * {@code locations.0.latitude}.
 *
 * @param description plain text, each line a paragraph; every other text is one line
 * @param sectors codes of membership's sectors
 * @param languages in which it works, as BCP 47 tags
 * @param areas codes of the places that it works for, beside those where it stands
 * @param website its own, beginning with http or https
 * @param sameAs pages elsewhere that are about it or are its own
 * @param profile the one that fits the entry's {@link EntryKind}
 * @param licence under which others may take the entry's text; pictures are its maker's
 */
public record EntryContent(
        Names names,
        @Nullable LocalizedText description,
        Status status,
        List<String> sectors,
        List<String> languages,
        List<String> areas,
        List<Location> locations,
        List<Contact> contacts,
        @Nullable String website,
        List<String> sameAs,
        EntryProfile profile,
        @Nullable Picture picture,
        Licence licence) {

    /** The most characters of a name. */
    public static final int NAME_LENGTH = 160;

    /** The most characters of a description in one language. */
    public static final int DESCRIPTION_LENGTH = 1_200;

    /** The most characters of every other text. */
    public static final int TEXT_LENGTH = 240;

    /** The most locations, contacts, addresses elsewhere or other names of one entry. */
    public static final int MOST_OF_A_KIND = 12;

    /** The most sectors, languages or areas of one entry. */
    public static final int MOST_CODES = 40;

    public EntryContent {
        sectors = List.copyOf(sectors);
        languages = List.copyOf(languages);
        areas = List.copyOf(areas);
        locations = List.copyOf(locations);
        contacts = List.copyOf(contacts);
        sameAs = List.copyOf(sameAs);
    }

    /** An entry of which nothing is known but its kind and its name. */
    public static EntryContent of(EntryKind kind, Names names) {
        return new EntryContent(
                names,
                null,
                Status.ACTIVE,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                kind.blank(),
                null,
                Licence.CC_BY);
    }

    /**
     * How an entry is called.
     *
     * @param own the official name, in its own script
     * @param ownLanguage the language of the official name, as a BCP 47 tag: any, not only the house's
     * @param translations how readers of the house's languages know it
     * @param others former, short and other names, by which it is found too
     */
    public record Names(String own, String ownLanguage, Map<Language, String> translations, List<String> others) {

        public Names {
            translations = Map.copyOf(translations);
            others = List.copyOf(others);
        }

        /** An official name alone. */
        public static Names of(String own, String ownLanguage) {
            return new Names(own, ownLanguage, Map.of(), List.of());
        }

        /** The names of something that is called so in the house's languages. */
        public static Names of(LocalizedText name) {
            return new Names(name.in(name.source()), name.source().code(), name.texts(), List.of());
        }

        /** The name for a reader of that language: theirs, or the official one. */
        public String in(Language language) {
            return translations.getOrDefault(language, own);
        }

        /** The BCP 47 tag of the name that {@link #in} gives, for the {@code lang} attribute. */
        public String shownIn(Language language) {
            return translations.containsKey(language) ? language.code() : ownLanguage;
        }
    }

    /** How the organisation or place itself is doing. */
    public enum Status {
        ACTIVE,
        INACTIVE,
        TEMPORARILY_CLOSED,
        DEFUNCT
    }

    /**
     * Where it is found. Each part may be unknown.
     *
     * @param name what tells it from its other locations
     * @param place the code of one of membership's places
     * @param address street and house; the place is not repeated
     * @param coordinates where the map shows it; the place's own where null
     * @param url of a virtual location
     * @param hours when it is open, week by week; a span that passes midnight is two
     * @param hoursNote what the week does not say: holidays, by appointment
     */
    public record Location(
            LocationKind kind,
            @Nullable LocalizedText name,
            @Nullable String place,
            @Nullable LocalizedText address,
            @Nullable Coordinates coordinates,
            @Nullable String url,
            Set<Access> access,
            List<OpeningSpan> hours,
            @Nullable LocalizedText hoursNote) {

        public Location {
            access = Set.copyOf(access);
            hours = List.copyOf(hours);
        }

        /** A place that can be visited, of which no more is known than the city. */
        public static Location in(String place) {
            return new Location(LocationKind.PHYSICAL, null, place, null, null, null, Set.of(), List.of(), null);
        }
    }

    public enum LocationKind {
        PHYSICAL,
        POSTAL,
        VIRTUAL
    }

    /**
     * A point on the earth (WGS 84).
     *
     * @param latitude degrees, north is positive
     * @param longitude degrees, east is positive
     */
    public record Coordinates(double latitude, double longitude) {

        /** Whether there is such a point. */
        public boolean exists() {
            return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
        }
    }

    /** What makes a location accessible. */
    public enum Access {
        STEP_FREE,
        LIFT,
        ACCESSIBLE_TOILET,
        RESERVED_PARKING,
        HEARING_LOOP,
        SIGN_LANGUAGE,
        TACTILE_GUIDANCE,
        ASSISTANCE_DOGS
    }

    /** @param until midnight ({@code 00:00}) means the end of the day */
    public record OpeningSpan(DayOfWeek day, LocalTime from, LocalTime until) {}

    /**
     * How it is reached. An office's contact is public; a person's is public only where the person agreed.
     *
     * @param person the person's name, null where it is an office
     * @param purpose what for, or the person's part: "bookings", "director"
     * @param consentedOn the day on which the person agreed to be shown, null where they did not
     */
    public record Contact(
            @Nullable String person,
            @Nullable LocalizedText purpose,
            @Nullable String email,
            @Nullable String phone,
            @Nullable LocalDate consentedOn) {

        /** An office's address for mail. */
        public static Contact office(@Nullable String email, @Nullable String phone) {
            return new Contact(null, null, email, phone, null);
        }

        /** Whether anybody may see it. */
        public boolean open() {
            return person == null || consentedOn != null;
        }
    }

    /**
     * The one picture.
     *
     * @param file belongs to the entry, see {@link Entries#attach}
     * @param text what it shows, for those who do not see it
     * @param credit whose picture it is
     */
    public record Picture(
            FileId file,
            @Nullable LocalizedText text,
            @Nullable String credit) {}

    /** What others may do with the entry's text. */
    public enum Licence {
        CC0("https://creativecommons.org/publicdomain/zero/1.0/"),
        CC_BY("https://creativecommons.org/licenses/by/4.0/");

        private final String url;

        Licence(String url) {
            this.url = url;
        }

        /** The address of its text. */
        public String url() {
            return url;
        }
    }

    public EntryContent withDescription(@Nullable LocalizedText text) {
        return but(parts -> parts.description = text);
    }

    public EntryContent withNames(Names other) {
        return but(parts -> parts.names = other);
    }

    public EntryContent withStatus(Status other) {
        return but(parts -> parts.status = other);
    }

    public EntryContent withSectors(List<String> codes) {
        return but(parts -> parts.sectors = codes);
    }

    public EntryContent withLanguages(List<String> tags) {
        return but(parts -> parts.languages = tags);
    }

    public EntryContent withLocations(List<Location> others) {
        return but(parts -> parts.locations = others);
    }

    public EntryContent withContacts(List<Contact> others) {
        return but(parts -> parts.contacts = others);
    }

    public EntryContent withWebsite(@Nullable String address) {
        return but(parts -> parts.website = address);
    }

    public EntryContent withProfile(EntryProfile other) {
        return but(parts -> parts.profile = other);
    }

    public EntryContent withPicture(@Nullable Picture other) {
        return but(parts -> parts.picture = other);
    }

    private EntryContent but(Consumer<Parts> change) {
        Parts parts = new Parts(this);
        change.accept(parts);
        return parts.content();
    }

    /** A content that is being put together. */
    private static final class Parts {

        private final List<String> areas;
        private final List<String> sameAs;
        private final Licence licence;
        private Names names;
        private @Nullable LocalizedText description;
        private Status status;
        private List<String> sectors;
        private List<String> languages;
        private List<Location> locations;
        private List<Contact> contacts;
        private @Nullable String website;
        private EntryProfile profile;
        private @Nullable Picture picture;

        Parts(EntryContent from) {
            areas = from.areas;
            sameAs = from.sameAs;
            licence = from.licence;
            names = from.names;
            description = from.description;
            status = from.status;
            sectors = from.sectors;
            languages = from.languages;
            locations = from.locations;
            contacts = from.contacts;
            website = from.website;
            profile = from.profile;
            picture = from.picture;
        }

        EntryContent content() {
            return new EntryContent(
                    names,
                    description,
                    status,
                    sectors,
                    languages,
                    areas,
                    locations,
                    contacts,
                    website,
                    sameAs,
                    profile,
                    picture,
                    licence);
        }
    }
}
