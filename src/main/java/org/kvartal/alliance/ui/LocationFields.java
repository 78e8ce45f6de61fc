package org.kvartal.alliance.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.EntryContent.Access;
import org.kvartal.alliance.EntryContent.Coordinates;
import org.kvartal.alliance.EntryContent.Location;
import org.kvartal.alliance.EntryContent.LocationKind;
import org.kvartal.membership.Places.Place;
import org.kvartal.shell.LocalizedField;

/** One place where an entry is found: in a city, by post, or online; with what makes it accessible and when it is open. */
class LocationFields extends Div implements ListedFields<Location> {

    private final DeskWords words;
    private final RadioButtonGroup<LocationKind> kind = new RadioButtonGroup<>();
    private final ComboBox<String> place = new ComboBox<>();
    private final LocalizedField address;
    private final LocalizedField name;
    private final TextField url;
    private final PointField point;
    private final CheckboxGroup<Access> access = new CheckboxGroup<>();
    private final HoursFields hours;
    private final LocalizedField hoursNote;
    private final Details accessible;
    private final Details open;

    /** @param changed called after something was chosen that nobody typed */
    LocationFields(DeskWords words, Runnable changed) {
        this.words = words;
        addClassNames("listed", "stack");
        kind.setLabel(words.text("alliance.form.location-kind"));
        kind.setItems(LocationKind.values());
        kind.setItemLabelGenerator(one -> words.word("location", one));
        kind.addValueChangeListener(_ -> fit());
        place.setLabel(words.text("alliance.form.place"));
        place.setItems(words.places().keySet());
        place.setItemLabelGenerator(words::place);
        place.setClearButtonVisible(true);
        FormPart.mending(place);
        address = FormPart.line(words, "address", "alliance.form.address");
        name = FormPart.line(words, "name", "alliance.form.location-name");
        url = FormPart.line(words.text("alliance.form.location-url"));
        point = new PointField(words, "coordinates", this::middle, changed);
        access.setItems(Access.values());
        access.setItemLabelGenerator(one -> words.word("access", one));
        access.setLabel(words.text("alliance.form.access"));
        hours = new HoursFields(words, "hours", changed);
        hoursNote = FormPart.line(words, "hoursNote", "alliance.form.hours-note");
        open = new Details(words.text("alliance.form.hours"), stacked(hours, hoursNote));
        accessible = new Details(words.text("alliance.entry.access"), access);
        add(kind, place, address, point, url, name, open, accessible);
        kind.setValue(LocationKind.PHYSICAL);
    }

    private static Div stacked(Component... components) {
        Div stack = new Div(components);
        stack.addClassName("stack");
        return stack;
    }

    @Override
    public Component component() {
        return this;
    }

    @Override
    public void focus() {
        place.focus();
    }

    @Override
    public void show(Location location) {
        kind.setValue(location.kind());
        place.setValue(location.place());
        address.show(location.address());
        name.show(location.name());
        url.setValue(location.url() == null ? "" : location.url());
        point.show(location.coordinates());
        access.setValue(location.access());
        hours.show(location.hours());
        hoursNote.show(location.hoursNote());
        open.setOpened(!location.hours().isEmpty() || location.hoursNote() != null);
        accessible.setOpened(!location.access().isEmpty());
    }

    @Override
    public Location value(Reading reading) {
        return new Location(
                kind.getValue(),
                name.textOrNull(),
                place.getValue(),
                address.textOrNull(),
                point.point(reading),
                FormPart.typed(url),
                Set.copyOf(access.getValue()),
                hours.spans(reading),
                hoursNote.textOrNull());
    }

    @Override
    public boolean refuse(String field, String why) {
        if (hours.refuse(field, why)) {
            open.setOpened(true);
            return true;
        }
        if (point.refuse(field, why)) {
            return true;
        }
        return switch (field.split("\\.", 2)[0]) {
            case "place" -> FormPart.refuseAt(place, why);
            case "url" -> FormPart.refuseAt(url, why);
            case "address" -> address.refuse(field, why);
            case "name" -> name.refuse(field, why);
            case "hoursNote" -> {
                open.setOpened(true);
                yield hoursNote.refuse(field, why);
            }
            default -> false;
        };
    }

    /** What the kind of a location has no use for is not asked. */
    private void fit() {
        boolean online = kind.getValue() == LocationKind.VIRTUAL;
        boolean visited = kind.getValue() == LocationKind.PHYSICAL;
        List.of(place, address).forEach(field -> field.setVisible(!online));
        List.of(point, accessible).forEach(field -> field.setVisible(visited));
        url.setVisible(online);
    }

    private @Nullable Coordinates middle() {
        Place chosen = place.getValue() == null ? null : words.places().get(place.getValue());
        return chosen == null ? null : new Coordinates(chosen.latitude(), chosen.longitude());
    }
}
