package org.kvartal.alliance.api;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.kvartal.alliance.wording.Words;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.membership.Places;
import org.kvartal.membership.Places.Place;
import org.kvartal.membership.Sectors;
import org.kvartal.membership.Sectors.Sector;
import org.springframework.stereotype.Component;

/** The lists by whose codes entries speak: read whole for each answer, by two queries. */
record Codes(SequencedMap<String, Sector> sectors, SequencedMap<String, Place> places, ZoneId zone) {

    /** What tells these lists from others. */
    int stamp() {
        return 31 * sectors.hashCode() + places.hashCode();
    }

    Words words(Language language, Messages messages) {
        return new Words(language, zone, messages, sectors, places);
    }

    @Component
    static class Reader {

        private final Sectors sectors;
        private final Places places;
        private final House house;

        Reader(Sectors sectors, Places places, House house) {
            this.sectors = sectors;
            this.places = places;
            this.house = house;
        }

        Codes read() {
            SequencedMap<String, Sector> sectorsByCode = new LinkedHashMap<>();
            sectors.all().forEach(sector -> sectorsByCode.put(sector.code(), sector));
            SequencedMap<String, Place> placesByCode = new LinkedHashMap<>();
            places.all(Language.EN).forEach(place -> placesByCode.put(place.code(), place));
            return new Codes(sectorsByCode, placesByCode, house.zone());
        }
    }
}
