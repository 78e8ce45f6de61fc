package org.kvartal.membership.ui;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.membership.Places;
import org.kvartal.membership.Places.Place;
import org.kvartal.membership.Sectors;
import org.kvartal.membership.Sectors.Sector;
import org.springframework.stereotype.Component;

/** The names of sectors and cities, for whoever shows codes. */
@Component
class Lists {

    private final Sectors sectors;
    private final Places places;

    Lists(Sectors sectors, Places places) {
        this.sectors = sectors;
        this.places = places;
    }

    /** Parents before their children. */
    List<Sector> sectors() {
        return sectors.all();
    }

    Map<String, Sector> sectorsByCode() {
        return sectors.all().stream().collect(Collectors.toMap(Sector::code, Function.identity()));
    }

    List<Place> places(Words words) {
        return places.all(words.language());
    }

    @Nullable Place place(@Nullable String code) {
        return code == null || code.isEmpty() ? null : places.find(code).orElse(null);
    }

    Map<String, Place> places(List<String> codes) {
        return places.find(codes);
    }

    /** The city in words: its name for the reader, or what was typed where it is not in the list. */
    String city(@Nullable String code, String typed, Words words) {
        Place place = place(code);
        return place == null ? typed : words.name(place.name());
    }

    /** The names of sectors, one after the other. */
    String sectors(List<String> codes, Words words) {
        if (codes.isEmpty()) {
            return "";
        }
        return sectors.all().stream()
                .filter(sector -> codes.contains(sector.code()))
                .map(sector -> words.name(sector.name()))
                .collect(Collectors.joining(", "));
    }
}
