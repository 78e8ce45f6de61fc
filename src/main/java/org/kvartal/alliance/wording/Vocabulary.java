package org.kvartal.alliance.wording;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.kvartal.alliance.Directory.EntryDetail;
import org.kvartal.alliance.EntryCard;
import org.kvartal.alliance.EntryContent.Location;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.membership.Places;
import org.kvartal.membership.Places.Place;
import org.kvartal.membership.Sectors;
import org.kvartal.membership.Sectors.Sector;
import org.springframework.stereotype.Component;

/** Finds the words for the codes of a page: one query for sectors, one for places. */
@Component
public class Vocabulary {

    private final Messages messages;
    private final Sectors sectors;
    private final Places places;
    private final House house;

    Vocabulary(Messages messages, Sectors sectors, Places places, House house) {
        this.house = house;
        this.messages = messages;
        this.sectors = sectors;
        this.places = places;
    }

    /** The words of a page that names these places, countries among them. */
    public Words in(Language language, Collection<String> placeCodes) {
        Map<String, Sector> sectorsByCode = new HashMap<>();
        sectors.all().forEach(sector -> sectorsByCode.put(sector.code(), sector));
        TreeSet<String> wanted = new TreeSet<>(placeCodes);
        Map<String, Place> placesByCode = wanted.isEmpty() ? Map.of() : places.find(wanted);
        return new Words(language, house.zone(), messages, sectorsByCode, placesByCode);
    }

    /** What tells the names of all places from others that they had or will have: one query. */
    public int stamp() {
        return places.all(Language.EN).hashCode();
    }

    public static Stream<String> placesOf(EntryCard card) {
        return Stream.ofNullable(card.place());
    }

    /** The places that the page of an entry names. */
    public static List<String> placesOf(EntryDetail entry) {
        return Stream.of(
                        entry.content().areas().stream(),
                        entry.content().locations().stream()
                                .map(Location::place)
                                .filter(Objects::nonNull),
                        entry.relations().stream().flatMap(line -> placesOf(line.other())))
                .flatMap(codes -> codes)
                .distinct()
                .toList();
    }
}
