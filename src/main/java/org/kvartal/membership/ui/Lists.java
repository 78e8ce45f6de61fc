package org.kvartal.membership.ui;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
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

    Map<String, Place> places(List<String> codes) {
        return places.find(codes);
    }

    /** What a page needs that shows these cities, and sectors. */
    Names names(Collection<String> cities) {
        return new Names(
                places.find(cities.stream()
                        .filter(code -> !code.isEmpty())
                        .distinct()
                        .toList()),
                sectors.all());
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
