package org.kvartal.alliance.ui;

import java.util.LinkedHashMap;
import java.util.Map;
import org.kvartal.alliance.wording.Words;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Reader;
import org.kvartal.kernel.Wording;
import org.kvartal.membership.Places;
import org.kvartal.membership.Places.Place;
import org.kvartal.membership.Sectors;
import org.kvartal.membership.Sectors.Sector;
import org.springframework.stereotype.Component;

/** Hands each view the words for whoever looks at it: one query for sectors, one for places. */
@Component
class DeskWordbook {

    private final Messages messages;
    private final Wording wording;
    private final Sectors sectors;
    private final Places places;
    private final CurrentReader reader;

    DeskWordbook(Messages messages, Wording wording, Sectors sectors, Places places, CurrentReader reader) {
        this.messages = messages;
        this.wording = wording;
        this.sectors = sectors;
        this.places = places;
        this.reader = reader;
    }

    DeskWords open() {
        Reader looking = reader.get();
        Map<String, Sector> sectorsByCode = new LinkedHashMap<>();
        sectors.all().forEach(sector -> sectorsByCode.put(sector.code(), sector));
        Map<String, Place> placesByCode = new LinkedHashMap<>();
        places.all(looking.language()).forEach(place -> placesByCode.put(place.code(), place));
        Words said = new Words(looking.language(), looking.zone(), messages, sectorsByCode, placesByCode);
        return new DeskWords(looking, said, wording);
    }
}
