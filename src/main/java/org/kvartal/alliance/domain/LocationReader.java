package org.kvartal.alliance.domain;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kvartal.alliance.EntryContent;
import org.kvartal.alliance.EntryContent.Coordinates;
import org.kvartal.alliance.EntryContent.Location;
import org.kvartal.alliance.EntryContent.LocationKind;
import org.kvartal.alliance.EntryContent.OpeningSpan;
import org.kvartal.kernel.Refusals;
import org.kvartal.kernel.Refused;

/** Reads where an entry is found and when it is open there. */
final class LocationReader {

    /** Three spans on each day. */
    private static final int MOST_SPANS = 21;

    private LocationReader() {}

    /** @param known which codes of places there are among the given ones */
    static List<Location> read(List<Location> typed, Function<Collection<String>, Set<String>> known) {
        OptionalFields.atMost("locations", typed, EntryContent.MOST_OF_A_KIND);
        Set<String> codes =
                typed.stream().map(Location::place).filter(Objects::nonNull).collect(Collectors.toSet());
        Set<String> places = codes.isEmpty() ? Set.of() : known.apply(codes);
        List<Location> locations = new ArrayList<>();
        Refusals wrong = new Refusals();
        for (Location location : typed) {
            String at = "locations." + locations.size();
            locations.add(wrong.of(location, () -> read(at, location, places)));
        }
        wrong.finish();
        return locations;
    }

    private static Location read(String at, Location typed, Set<String> places) {
        if (typed.place() != null && !places.contains(typed.place())) {
            throw Refused.at(at + ".place", "alliance.refused.unknown-code", typed.place());
        }
        Coordinates coordinates = typed.coordinates();
        if (coordinates != null && !coordinates.exists()) {
            throw Refused.at(at + ".coordinates", "alliance.refused.coordinates");
        }
        String url = OptionalFields.webAddress(at + ".url", typed.url());
        boolean virtual = typed.kind() == LocationKind.VIRTUAL;
        if (virtual && url == null) {
            throw Refused.at(at + ".url", "kernel.refused.web-address");
        }
        if (!virtual && typed.place() == null && typed.address() == null && coordinates == null) {
            throw Refused.at(at + ".place", "alliance.refused.place-missing");
        }
        return new Location(
                typed.kind(),
                OptionalFields.line(at + ".name", typed.name(), EntryContent.TEXT_LENGTH),
                virtual ? null : typed.place(),
                virtual ? null : OptionalFields.line(at + ".address", typed.address(), EntryContent.TEXT_LENGTH),
                virtual ? null : coordinates,
                virtual ? url : null,
                typed.kind() == LocationKind.PHYSICAL ? typed.access() : Set.of(),
                hours(at + ".hours", typed.hours()),
                OptionalFields.line(at + ".hoursNote", typed.hoursNote(), EntryContent.TEXT_LENGTH));
    }

    /** Sorted, none empty, none within another. */
    private static List<OpeningSpan> hours(String at, List<OpeningSpan> typed) {
        List<OpeningSpan> spans = OptionalFields.atMost(at, typed, MOST_SPANS).stream()
                .map(span -> new OpeningSpan(span.day(), minute(span.from()), minute(span.until())))
                .distinct()
                .sorted(Comparator.comparing(OpeningSpan::day).thenComparing(OpeningSpan::from))
                .toList();
        for (int number = 0; number < spans.size(); number++) {
            OpeningSpan span = spans.get(number);
            if (end(span) <= span.from().toSecondOfDay()) {
                throw Refused.at(at, "alliance.refused.hours-end");
            }
            OpeningSpan next = number + 1 < spans.size() ? spans.get(number + 1) : null;
            if (next != null && next.day() == span.day() && next.from().toSecondOfDay() < end(span)) {
                throw Refused.at(at, "alliance.refused.hours-overlap");
            }
        }
        return spans;
    }

    private static LocalTime minute(LocalTime time) {
        return time.withSecond(0).withNano(0);
    }

    private static int end(OpeningSpan span) {
        return span.until().equals(LocalTime.MIDNIGHT)
                ? 24 * 60 * 60
                : span.until().toSecondOfDay();
    }
}
