package org.kvartal.pages.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kvartal.pages.PublishedNews.Place;

/** The place in the list of news after which the next page begins, as it stands in an address: day and number. */
final class PlaceKey {

    private static final Pattern FORM = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})-(\\d{1,15})");

    private PlaceKey() {}

    static String write(Place place) {
        return place.day() + "-" + place.number();
    }

    /** Nothing where the address was mangled: the list begins anew. */
    static Optional<Place> read(@Nullable String text) {
        Matcher matcher = FORM.matcher(text == null ? "" : text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Place(LocalDate.parse(matcher.group(1)), Long.parseLong(matcher.group(2))));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }
}
