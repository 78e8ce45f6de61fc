package org.kvartal.alliance.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.EntryContent.Coordinates;

/**
 * Shapes of a map as maps of properties; longitude stands first.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7946">RFC 7946, The GeoJSON Format</a>
 */
final class GeoShapes {

    private GeoShapes() {}

    /** @param geometry null where it stands nowhere on the map */
    static Map<String, Object> feature(
            String id, @Nullable Map<String, Object> geometry, Map<String, Object> properties) {
        Map<String, Object> feature = new LinkedHashMap<>();
        feature.put("type", "Feature");
        feature.put("id", id);
        putNullable(feature, "geometry", geometry);
        feature.put("properties", properties);
        return feature;
    }

    static @Nullable Map<String, Object> geometry(List<Coordinates> points) {
        return switch (points.size()) {
            case 0 -> null;
            case 1 -> shape("Point", position(points.getFirst()));
            default ->
                shape("MultiPoint", points.stream().map(GeoShapes::position).toList());
        };
    }

    private static Map<String, Object> shape(String type, List<?> coordinates) {
        Map<String, Object> shape = new LinkedHashMap<>();
        shape.put("type", type);
        shape.put("coordinates", coordinates);
        return shape;
    }

    private static List<Double> position(Coordinates at) {
        return List.of(at.longitude(), at.latitude());
    }

    /** The format wants the property to be there. */
    @SuppressWarnings("NullAway")
    private static void putNullable(Map<String, Object> map, String name, @Nullable Object value) {
        map.put(name, value);
    }
}
