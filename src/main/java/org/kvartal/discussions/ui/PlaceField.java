package org.kvartal.discussions.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PlainText;
import org.kvartal.membership.Places.Place;

/** A field for a place: one of the house's list, or another one in words. */
class PlaceField extends ComboBox<PlaceField.Named> {

    /** @param code null where it is not in the list */
    record Named(@Nullable String code, String name) {}

    private final List<Named> listed;

    PlaceField(String label, String hint, List<Place> places, Language reading) {
        super(label);
        listed = places.stream()
                .map(place -> new Named(place.code(), place.name().in(reading)))
                .toList();
        setHelperText(hint);
        setItems(listed);
        setItemLabelGenerator(Named::name);
        setClearButtonVisible(true);
        setAllowCustomValue(true);
        addCustomValueSetListener(set -> setValue(named(set.getDetail())));
    }

    void show(@Nullable String code, String words) {
        if (code == null) {
            setValue(new Named(null, words));
        } else {
            listed.stream()
                    .filter(place -> Objects.equals(place.code, code))
                    .findFirst()
                    .ifPresent(this::setValue);
        }
    }

    @Nullable String code() {
        Named place = getValue();
        return place == null ? null : place.code;
    }

    /** What was typed where the place is not in the list, else empty. */
    String words() {
        Named place = getValue();
        return place == null || place.code != null ? "" : place.name;
    }

    private Named named(String typed) {
        String wanted = PlainText.line(typed);
        return listed.stream()
                .filter(place -> place.name.equalsIgnoreCase(wanted))
                .findFirst()
                .orElse(new Named(null, wanted));
    }
}
