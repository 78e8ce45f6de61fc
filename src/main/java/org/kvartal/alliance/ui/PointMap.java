package org.kvartal.alliance.ui;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.EntryContent.Coordinates;
import tools.jackson.databind.json.JsonMapper;

/** A map on which a point is chosen: by a press, or with the keyboard by moving the map below its cross. */
@Tag("kvartal-point-map")
@JsModule("context://alliance/point.js")
@StyleSheet("context://webjars/leaflet/1.9.4/dist/leaflet.css")
class PointMap extends Component implements HasStyle {

    /** More would find no room. */
    private static final int MOST_NAMES = 500;

    private final SerializableConsumer<Coordinates> picked;

    PointMap(DeskWords words, SerializableConsumer<Coordinates> picked) {
        this.picked = picked;
        addClassName("point-map");
        getElement().setAttribute("data-zoom-in", words.text("alliance.map.zoom-in"));
        getElement().setAttribute("data-zoom-out", words.text("alliance.map.zoom-out"));
        getElement().setAttribute("data-source", words.text("alliance.map.source"));
        getElement().setAttribute("data-failed", words.text("alliance.form.map-failed"));
        getElement().setAttribute("data-label", words.text("alliance.form.map-label"));
        getElement().setAttribute("data-choose", words.text("alliance.form.map-choose"));
        getElement().setAttribute("data-places", JsonMapper.shared().writeValueAsString(names(words)));
    }

    /** Shows where the point is, or where to look for it. */
    void show(@Nullable Coordinates point, @Nullable Coordinates around) {
        Coordinates middle = point == null ? around : point;
        getElement().setProperty("point", point == null ? "" : write(point));
        getElement().setProperty("middle", middle == null ? "" : write(middle));
    }

    /** Where one is on the map: the names of the cities that the house knows. */
    private static List<Named> names(DeskWords words) {
        return words.places().values().stream()
                .limit(MOST_NAMES)
                .map(place ->
                        new Named(place.name().in(words.language()), List.of(place.latitude(), place.longitude())))
                .toList();
    }

    private record Named(String name, List<Double> at) {}

    private static String write(Coordinates point) {
        return point.latitude() + "," + point.longitude();
    }

    /** A point was chosen. What the page says is checked like anything else that is typed. */
    @ClientCallable
    void pick(double latitude, double longitude) {
        picked.accept(new Coordinates(latitude, longitude));
    }
}
