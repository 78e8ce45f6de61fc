package org.kvartal.forum.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.kvartal.forum.SeriesBook.Venue;
import org.kvartal.membership.Places;

/** Where a session takes place: a place and a city, a call, or both. */
class VenueFields extends Div {

    private final TextField place;
    private final CityChoice city;
    private final TextField callLink;

    /** @param venue what stands there now, null for nothing */
    VenueFields(WordedSheet sheet, Places places, @Nullable Venue venue, Words words) {
        addClassName("stack");
        place = sheet.asked("place", new TextField(words.text("forum.app.field.place")));
        place.setHelperText(words.text("forum.app.field.place-hint"));
        city = sheet.asked("city", new CityChoice(places, venue == null ? null : venue.city(), words));
        callLink = sheet.asked("callLink", new TextField(words.text("forum.app.field.call-link")));
        callLink.setHelperText(words.text("forum.app.field.call-link-hint"));
        if (venue != null) {
            place.setValue(venue.place());
            callLink.setValue(venue.callLink());
        }
        Div pair = new Div(place, city);
        pair.addClassName("pair");
        add(pair, callLink);
    }

    Venue venue() {
        return new Venue(place.getValue(), city.code(), callLink.getValue());
    }

    ZoneId zone(ZoneId other) {
        return city.zone(other);
    }

    /** Another city may live by another clock. */
    void onCity(Runnable listener) {
        city.addValueChangeListener(_ -> listener.run());
    }
}
