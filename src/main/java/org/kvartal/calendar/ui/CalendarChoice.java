package org.kvartal.calendar.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.kvartal.calendar.Calendar.Kind;
import org.kvartal.calendar.EventCities.City;
import org.kvartal.calendar.wording.CalendarWish;

/** What narrows the calendar: sorts of events, where there are several, and a city. */
class CalendarChoice extends Div {

    CalendarChoice(CalendarWish wish, Desk desk, Consumer<CalendarWish> chosen) {
        addClassName("calendar-choice");
        List<Kind> kinds = desk.calendar().kinds();
        if (kinds.size() > 1) {
            UnorderedList chips = new UnorderedList();
            chips.addClassName("chips");
            for (Kind kind : kinds) {
                Anchor chip = new Anchor(
                        CalendarView.path(wish.filtered(wish.filter().withToggled(kind.code()))),
                        desk.text(kind.name()));
                chip.addClassName("chip");
                if (wish.filter().kinds().contains(kind.code())) {
                    chip.getElement().setAttribute("aria-current", "true");
                }
                chips.add(new ListItem(chip));
            }
            add(chips);
        }
        List<City> cities = desk.cities().all(desk.language());
        ComboBox<City> city = new ComboBox<>();
        city.setAriaLabel(desk.text("calendar.city"));
        city.setPlaceholder(desk.text("calendar.all-cities"));
        city.setItems(cities);
        city.setItemLabelGenerator(one -> one.name().in(desk.language()));
        city.setClearButtonVisible(true);
        cities.stream()
                .filter(one -> Objects.equals(one.code(), wish.filter().city()))
                .findFirst()
                .ifPresent(city::setValue);
        city.addValueChangeListener(change -> chosen.accept(
                wish.in(change.getValue() == null ? null : change.getValue().code())));
        add(city);
    }
}
