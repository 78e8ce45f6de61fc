package org.kvartal.calendar;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What of the calendar somebody wants to see; it stands in the address.
 *
 * @param kinds of {@link CalendarSource}; empty for all
 * @param city code of an {@link EventCities.City}; null for all
 */
public record CalendarFilter(Set<String> kinds, @Nullable String city) {

    public static final CalendarFilter ALL = new CalendarFilter(Set.of(), null);

    private static final Pattern KIND = Pattern.compile("[a-z]{1,20}");
    private static final Pattern CITY = Pattern.compile("[a-z0-9-]{1,60}");
    private static final int MOST_KINDS = 10;

    public CalendarFilter {
        kinds = Collections.unmodifiableSet(new LinkedHashSet<>(kinds));
    }

    /** Reads {@code kind} and {@code city}; what can't be one of them is left out. */
    public static CalendarFilter read(Map<String, String[]> parameters) {
        Set<String> kinds = new LinkedHashSet<>();
        Arrays.stream(parameters.getOrDefault("kind", new String[0]))
                .filter(KIND.asMatchPredicate())
                .limit(MOST_KINDS)
                .sorted()
                .forEach(kinds::add);
        String city = Arrays.stream(parameters.getOrDefault("city", new String[0]))
                .filter(CITY.asMatchPredicate())
                .findFirst()
                .orElse(null);
        return new CalendarFilter(kinds, city);
    }

    /** The same as a query, without its question mark; empty where nothing is filtered. */
    public String write() {
        StringJoiner query = new StringJoiner("&");
        kinds.forEach(kind -> query.add("kind=" + kind));
        if (city != null) {
            query.add("city=" + city);
        }
        return query.toString();
    }

    public boolean isAll() {
        return kinds.isEmpty() && city == null;
    }

    public boolean letsThrough(CalendarEvent event) {
        return wants(event.kind()) && (city == null || city.equals(event.city()));
    }

    /** Whether events of that kind can be let through. */
    public boolean wants(String kind) {
        return kinds.isEmpty() || kinds.contains(kind);
    }

    public CalendarFilter in(@Nullable String otherCity) {
        return new CalendarFilter(kinds, otherCity);
    }

    /** With a kind taken in, or taken out where it was in. */
    public CalendarFilter withToggled(String kind) {
        Set<String> others = new TreeSet<>(kinds);
        if (!others.remove(kind)) {
            others.add(kind);
        }
        return new CalendarFilter(others, city);
    }
}
