package org.kvartal.alliance.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.EntryContent;
import org.kvartal.alliance.EntryContent.Coordinates;
import org.kvartal.alliance.EntryContent.Location;
import org.kvartal.alliance.EntryContent.LocationKind;
import org.kvartal.kernel.Language;
import org.kvartal.membership.Places;
import org.kvartal.membership.Places.Place;
import org.kvartal.membership.Sectors;
import org.kvartal.membership.Sectors.Sector;
import org.springframework.stereotype.Component;

/**
 * What lists, facets and the map need of a content, made when it is written.
 *
 * @param found all names in all forms
 * @param sectors with those above them
 * @param places with their countries
 * @param points where it can be visited
 */
record Index(
        String nameEn,
        String nameRu,
        String nameBg,
        String found,
        List<String> sectors,
        List<String> places,
        List<String> languages,
        List<Coordinates> points) {

    /** Makes the index, with what the lists of sectors and places say. */
    @Component
    static class Indexer {

        private final Sectors sectors;
        private final Places places;

        Indexer(Sectors sectors, Places places) {
            this.sectors = sectors;
            this.places = places;
        }

        Index of(EntryContent content) {
            Set<String> codes = new LinkedHashSet<>(content.areas());
            content.locations().forEach(location -> {
                if (location.place() != null) {
                    codes.add(location.place());
                }
            });
            Map<String, Place> known = codes.isEmpty() ? Map.of() : places.find(codes);
            return new Index(
                    Spelling.sorted(content.names().in(Language.EN)),
                    Spelling.sorted(content.names().in(Language.RU)),
                    Spelling.sorted(content.names().in(Language.BG)),
                    Spelling.found(content.names()),
                    withThoseAbove(content.sectors()),
                    withCountries(known),
                    content.languages(),
                    points(content.locations(), known));
        }

        private List<String> withThoseAbove(List<String> codes) {
            if (codes.isEmpty()) {
                return List.of();
            }
            Map<String, Sector> known = new HashMap<>();
            sectors.all().forEach(sector -> known.put(sector.code(), sector));
            Set<String> all = new LinkedHashSet<>();
            for (String code : codes) {
                @Nullable String next = code;
                while (next != null && all.add(next)) {
                    Sector sector = known.get(next);
                    next = sector == null ? null : sector.parent();
                }
            }
            return List.copyOf(all);
        }

        private static List<String> withCountries(Map<String, Place> known) {
            Set<String> all = new LinkedHashSet<>(known.keySet());
            known.values().forEach(place -> all.add(place.country()));
            return List.copyOf(all);
        }

        private static List<Coordinates> points(List<Location> locations, Map<String, Place> known) {
            List<Coordinates> points = new ArrayList<>();
            for (Location location : locations) {
                if (location.kind() == LocationKind.PHYSICAL) {
                    Place place = location.place() == null ? null : known.get(location.place());
                    if (location.coordinates() != null) {
                        points.add(location.coordinates());
                    } else if (place != null) {
                        points.add(new Coordinates(place.latitude(), place.longitude()));
                    }
                }
            }
            return points;
        }
    }
}
