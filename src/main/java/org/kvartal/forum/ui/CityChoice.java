package org.kvartal.forum.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.kvartal.membership.Places;
import org.kvartal.membership.Places.Place;

/** A field for a city of the house's list; its clock is the session's. */
class CityChoice extends ComboBox<Place> {

    CityChoice(Places places, @Nullable String code, Words words) {
        super(words.text("forum.app.field.city"));
        setHelperText(words.text("forum.app.field.city-hint"));
        setItemLabelGenerator(place -> words.name(place.name()));
        setItems(places.all(words.language()));
        setClearButtonVisible(true);
        if (code != null) {
            places.find(code).ifPresent(this::setValue);
        }
    }

    @Nullable String code() {
        Place place = getValue();
        return place == null ? null : place.code();
    }

    /** @param other the zone where no city is chosen */
    ZoneId zone(ZoneId other) {
        Place place = getValue();
        return place == null ? other : place.zone();
    }
}
