package org.kvartal.membership.ui;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.membership.Places.Place;
import org.kvartal.membership.Sectors.Sector;

/** The names of the codes on one page, read together with it. */
record Names(Map<String, Place> places, List<Sector> sectors) {

    /** The city in words: its name for the reader, or what was typed where it is not in the list. */
    String city(@Nullable String code, String typed, Words words) {
        Place place = code == null ? null : places.get(code);
        return place == null ? typed : words.name(place.name());
    }

    /** The names of sectors, one after the other. */
    String sectors(List<String> codes, Words words) {
        return sectors.stream()
                .filter(sector -> codes.contains(sector.code()))
                .map(sector -> words.name(sector.name()))
                .collect(Collectors.joining(", "));
    }
}
