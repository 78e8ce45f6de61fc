package org.kvartal.alliance.ui;

import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Wording;
import org.kvartal.membership.Places;
import org.kvartal.membership.Sectors;
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
        return DeskWords.of(
                reader.get(),
                messages,
                wording,
                sectors.all(),
                places.all(reader.get().language()));
    }
}
