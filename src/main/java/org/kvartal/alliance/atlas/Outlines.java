package org.kvartal.alliance.atlas;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The outlines of the land and the borders of countries, projected: what the map in a browser draws too. */
@Component
public class Outlines {

    private static final String FILE = "META-INF/resources/alliance/outlines.json";

    private final List<Line> land;
    private final List<Line> borders;

    Outlines(JsonMapper json) throws IOException {
        try (InputStream in = new ClassPathResource(FILE).getInputStream()) {
            JsonNode features = json.readTree(in).get("features");
            land = lines(features.get(0).get("geometry").get("coordinates"), 2);
            borders = lines(features.get(1).get("geometry").get("coordinates"), 1);
        }
    }

    public List<Line> land() {
        return land;
    }

    public List<Line> borders() {
        return borders;
    }

    private static List<Line> lines(JsonNode nested, int depth) {
        List<Line> lines = new ArrayList<>();
        for (JsonNode part : nested) {
            if (depth > 1) {
                lines.addAll(lines(part, depth - 1));
            } else {
                lines.add(Line.of(part));
            }
        }
        return List.copyOf(lines);
    }

    /** Points of a line, x and y by turns, with the box around them. */
    @SuppressWarnings("ArrayRecordComponent") // half a million numbers would be as many objects
    public record Line(float[] points, float left, float top, float right, float bottom) {

        static Line of(JsonNode coordinates) {
            float[] points = new float[2 * coordinates.size()];
            float left = 1;
            float top = 1;
            float right = 0;
            float bottom = 0;
            for (int number = 0; number < coordinates.size(); number++) {
                JsonNode point = coordinates.get(number);
                float x = (float) WebMercator.x(point.get(0).doubleValue());
                float y = (float) WebMercator.y(point.get(1).doubleValue());
                points[2 * number] = x;
                points[2 * number + 1] = y;
                left = Math.min(left, x);
                right = Math.max(right, x);
                top = Math.min(top, y);
                bottom = Math.max(bottom, y);
            }
            return new Line(points, left, top, right, bottom);
        }
    }
}
