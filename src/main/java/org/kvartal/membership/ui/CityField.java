package org.kvartal.membership.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.PlainText;

/** A field for a city: one of the list, or another one in words. */
class CityField extends ComboBox<CityField.City> {

    /** @param code null where it is not in the list */
    record City(@Nullable String code, String name) {}

    CityField(Words words, Lists lists, @Nullable String code, String typed) {
        List<City> cities = lists.places(words).stream()
                .map(place -> new City(place.code(), words.name(place.name())))
                .toList();
        setLabel(words.text("membership.join.field.city"));
        setHelperText(words.text("membership.join.field.city-hint"));
        setItems(cities);
        setItemLabelGenerator(City::name);
        setClearButtonVisible(true);
        setAllowCustomValue(true);
        addCustomValueSetListener(set -> setValue(named(cities, set.getDetail())));
        if (code != null) {
            cities.stream()
                    .filter(city -> Objects.equals(city.code(), code))
                    .findFirst()
                    .ifPresent(this::setValue);
        } else if (!typed.isEmpty()) {
            setValue(new City(null, typed));
        }
    }

    @Nullable String code() {
        City city = getValue();
        return city == null ? null : city.code();
    }

    /** What was typed where the city is not in the list, else empty. */
    String typed() {
        City city = getValue();
        return city == null || city.code() != null ? "" : city.name();
    }

    private static City named(List<City> cities, String typed) {
        String wanted = PlainText.line(typed);
        return cities.stream()
                .filter(city -> city.name().equalsIgnoreCase(wanted))
                .findFirst()
                .orElse(new City(null, wanted));
    }
}
