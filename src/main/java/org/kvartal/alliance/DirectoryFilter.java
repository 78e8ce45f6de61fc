package org.kvartal.alliance;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.PlainText;

/**
 * Which entries somebody wants to see. It stands whole in the address of a page, in one form for all pages, documents and data: values of
 * one facet are alternatives, facets narrow each other.
 *
 * @param text looked for in all names, in any script; empty for all
 * @param sectors codes; a sector stands for those below it too
 * @param places codes of places, and countries by their two capital letters
 * @param languages BCP 47 tags
 * @param members only those whose organisation is a member
 * @param box only what lies within it on the map
 */
public record DirectoryFilter(
        String text,
        SortedSet<EntryKind> kinds,
        SortedSet<String> sectors,
        SortedSet<String> places,
        SortedSet<String> languages,
        boolean members,
        @Nullable Box box) {

    /** Everything. */
    public static final DirectoryFilter ALL =
            new DirectoryFilter("", new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), false, null);

    /** The most characters that are looked for. */
    public static final int TEXT_LENGTH = 100;

    /** The most values of a facet that are chosen together. */
    public static final int MOST_VALUES = 30;

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9-]{0,58}[A-Za-z0-9])?");

    public DirectoryFilter {
        text = shortened(PlainText.line(shortened(text, 4 * TEXT_LENGTH)), TEXT_LENGTH);
        kinds = copy(kinds);
        sectors = copy(sectors);
        places = copy(places);
        languages = copy(languages);
    }

    /** Reads an address; what it says wrong is left out. */
    public static DirectoryFilter read(Map<String, String[]> parameters) {
        return new DirectoryFilter(
                values(parameters, "q").findFirst().orElse(""),
                values(parameters, "kind")
                        .flatMap(DirectoryFilter::kind)
                        .collect(Collectors.toCollection(TreeSet::new)),
                codes(parameters, "sector"),
                codes(parameters, "place"),
                codes(parameters, "language"),
                values(parameters, "member").anyMatch("yes"::equals),
                values(parameters, "box").findFirst().flatMap(Box::read).orElse(null));
    }

    /** The filter as it stands in an address, without question mark; empty for {@link #ALL}. Two equal filters have one form. */
    public String write() {
        StringJoiner address = new StringJoiner("&");
        if (!text.isEmpty()) {
            address.add("q=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
        }
        kinds.forEach(kind -> address.add("kind=" + Code.of(kind)));
        sectors.forEach(sector -> address.add("sector=" + sector));
        places.forEach(place -> address.add("place=" + place));
        languages.forEach(language -> address.add("language=" + language));
        if (members) {
            address.add("member=yes");
        }
        if (box != null) {
            address.add("box=" + box.write());
        }
        return address.toString();
    }

    /** Whether a sector, a place or a language may be written so. */
    public static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }

    public boolean isAll() {
        return equals(ALL);
    }

    public DirectoryFilter withText(String other) {
        return new DirectoryFilter(other, kinds, sectors, places, languages, members, box);
    }

    /** The same with a kind added, or without it where it was there. */
    public DirectoryFilter toggled(EntryKind kind) {
        return new DirectoryFilter(text, toggled(kinds, kind), sectors, places, languages, members, box);
    }

    public DirectoryFilter withSectorToggled(String sector) {
        return new DirectoryFilter(text, kinds, toggled(sectors, sector), places, languages, members, box);
    }

    public DirectoryFilter withPlaceToggled(String place) {
        return new DirectoryFilter(text, kinds, sectors, toggled(places, place), languages, members, box);
    }

    public DirectoryFilter withLanguageToggled(String language) {
        return new DirectoryFilter(text, kinds, sectors, places, toggled(languages, language), members, box);
    }

    public DirectoryFilter withMembersToggled() {
        return new DirectoryFilter(text, kinds, sectors, places, languages, !members, box);
    }

    public DirectoryFilter within(@Nullable Box other) {
        return new DirectoryFilter(text, kinds, sectors, places, languages, members, other);
    }

    private static Stream<String> values(Map<String, String[]> parameters, String name) {
        String[] values = parameters.get(name);
        return values == null ? Stream.empty() : Arrays.stream(values).limit(MOST_VALUES);
    }

    private static SortedSet<String> codes(Map<String, String[]> parameters, String name) {
        return values(parameters, name).filter(DirectoryFilter::isCode).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<EntryKind> kind(String code) {
        return Arrays.stream(EntryKind.values()).filter(kind -> Code.of(kind).equals(code));
    }

    private static <T extends Comparable<T>> SortedSet<T> toggled(SortedSet<T> values, T value) {
        TreeSet<T> others = new TreeSet<>(values);
        if (!others.remove(value)) {
            others.add(value);
        }
        return others;
    }

    private static <T extends Comparable<T>> SortedSet<T> copy(Collection<T> values) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(values));
    }

    private static String shortened(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }

    /**
     * A part of the map, in degrees. One whose west lies east of its east passes the date line.
     *
     * @param south latitude
     * @param west longitude
     * @param north latitude
     * @param east longitude
     */
    public record Box(double south, double west, double north, double east) {

        private static final Pattern FORM = Pattern.compile(
                "(-?\\d{1,3}(?:\\.\\d{1,6})?),(-?\\d{1,3}(?:\\.\\d{1,6})?),(-?\\d{1,3}(?:\\.\\d{1,6})?),(-?\\d{1,3}(?:\\.\\d{1,6})?)");

        /** Reads {@code south,west,north,east}; nothing where there is no such part. */
        public static Optional<Box> read(String text) {
            Matcher matcher = FORM.matcher(text);
            if (!matcher.matches()) {
                return Optional.empty();
            }
            Box box = new Box(
                    Double.parseDouble(matcher.group(1)),
                    Double.parseDouble(matcher.group(2)),
                    Double.parseDouble(matcher.group(3)),
                    Double.parseDouble(matcher.group(4)));
            boolean exists = box.south >= -90
                    && box.north <= 90
                    && box.south < box.north
                    && Math.abs(box.west) <= 180
                    && Math.abs(box.east) <= 180
                    && box.west != box.east;
            return exists ? Optional.of(box) : Optional.empty();
        }

        /** As it stands in an address, to a hundredth of a degree or what it was read with. */
        public String write() {
            return number(south) + "," + number(west) + "," + number(north) + "," + number(east);
        }

        private static String number(double degrees) {
            return BigDecimal.valueOf(degrees).stripTrailingZeros().toPlainString();
        }
    }
}
