package org.kvartal.alliance.api;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.EntryContent.Coordinates;
import org.kvartal.alliance.EntryContent.Location;
import org.kvartal.alliance.EntryContent.LocationKind;
import org.kvartal.alliance.EntryContent.OpeningSpan;
import org.kvartal.alliance.wording.OpeningHours;
import org.kvartal.alliance.wording.Words;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.House;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.membership.Places.Place;

/**
 * A location of an organisation as the specification tells it.
 *
 * @param spoken BCP 47 tags
 */
record HsdsLocation(UUID id, Location location, List<String> spoken, Words words, House house) {

    Map<String, Object> told() {
        Coordinates point = point();
        return new HsdsObject(id)
                .with("location_type", Code.of(location.kind()))
                .with("url", location.url() == null ? null : Texts.uri(location.url()))
                .with("name", text(location.name()))
                .with("description", place() == null ? text(location.address()) : null)
                .with("latitude", point == null ? null : point.latitude())
                .with("longitude", point == null ? null : point.longitude())
                .with("languages", spoken.stream().map(this::language).toList())
                .with("addresses", addresses())
                .with(
                        "accessibility",
                        location.access().stream()
                                .sorted()
                                .map(access -> new HsdsObject(HsdsObject.id(id, "access " + access))
                                        .with("description", words.access(access))
                                        .told())
                                .toList())
                .with("schedules", schedules())
                .told();
    }

    private @Nullable Coordinates point() {
        Place place = place();
        if (location.coordinates() != null || location.kind() != LocationKind.PHYSICAL || place == null) {
            return location.coordinates();
        }
        return new Coordinates(place.latitude(), place.longitude());
    }

    private @Nullable Place place() {
        return location.place() == null ? null : words.places().get(location.place());
    }

    private Map<String, Object> language(String tag) {
        return new HsdsObject(HsdsObject.id(id, "language " + tag))
                .with("name", words.languageName(tag))
                .with("code", Locale.forLanguageTag(tag).getLanguage())
                .told();
    }

    /** What the specification wants and the house does not keep stands there empty. */
    private List<Map<String, Object>> addresses() {
        Place place = place();
        if (place == null) {
            return List.of();
        }
        String street = text(location.address());
        return List.of(new HsdsObject(HsdsObject.id(id, "address"))
                .with("address_1", street == null ? "" : street)
                .with("city", place.name().in(words.language()))
                .with("state_province", "")
                .with("postal_code", "")
                .with("country", place.country())
                .with("address_type", Code.of(location.kind()))
                .told());
    }

    /** One for all days that open alike; times are those of the place. */
    private List<Map<String, Object>> schedules() {
        record Times(LocalTime from, LocalTime until) {}
        Map<Times, List<OpeningSpan>> alike = new LinkedHashMap<>();
        location.hours()
                .forEach(span -> alike.computeIfAbsent(new Times(span.from(), span.until()), _ -> new ArrayList<>())
                        .add(span));
        List<Map<String, Object>> told = new ArrayList<>();
        alike.forEach((times, spans) -> told.add(new HsdsObject(HsdsObject.id(id, "schedule " + times))
                .with("freq", "WEEKLY")
                .with(
                        "byday",
                        spans.stream()
                                .map(span -> span.day().name().substring(0, 2))
                                .collect(Collectors.joining(",")))
                .with("opens_at", times.from.toString())
                .with("closes_at", times.until.equals(LocalTime.MIDNIGHT) ? "24:00" : times.until.toString())
                .with("description", said(spans))
                .with("notes", text(location.hoursNote()))
                .told()));
        String note = text(location.hoursNote());
        if (alike.isEmpty() && note != null) {
            told.add(new HsdsObject(HsdsObject.id(id, "schedule"))
                    .with("description", note)
                    .told());
        }
        return told;
    }

    /** "Mon – Fri 10:00–18:00 (Europe/Sofia)": an offset would be wrong for half of the year. */
    private String said(List<OpeningSpan> spans) {
        Place place = place();
        return OpeningHours.of(spans, words.language()).stream()
                        .map(line -> line.days() + " " + line.times())
                        .collect(Collectors.joining("; "))
                + " (" + (place == null ? house.zone() : place.zone()).getId() + ")";
    }

    private @Nullable String text(@Nullable LocalizedText text) {
        return text == null ? null : text.in(words.language());
    }
}
