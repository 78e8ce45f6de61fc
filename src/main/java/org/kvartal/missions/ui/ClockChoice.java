package org.kvartal.missions.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import java.time.ZoneId;
import java.util.List;
import org.kvartal.membership.Places;
import org.kvartal.membership.Places.Place;

/** A field for the city by whose clock the times of a day are meant. */
class ClockChoice extends ComboBox<Place> {

    private ZoneId otherwise;

    /** @param zone by which they are meant now */
    ClockChoice(String label, Places places, ZoneId zone, Words words) {
        super(label);
        otherwise = zone;
        setItemLabelGenerator(place -> words.name(place.name()));
        List<Place> all = places.all(words.language());
        setItems(all);
        setClearButtonVisible(true);
        setHelperText(words.text("missions.trip.field.clock-hint"));
        choose(zone);
    }

    /** Chooses a city that lives by that clock. */
    final void choose(ZoneId zone) {
        otherwise = zone;
        Place chosen = getValue();
        if (chosen == null || !chosen.zone().equals(zone)) {
            setValue(getListDataView()
                    .getItems()
                    .filter(place -> place.zone().equals(zone))
                    .findFirst()
                    .orElse(null));
        }
    }

    ZoneId zone() {
        Place place = getValue();
        return place == null ? otherwise : place.zone();
    }
}
