package org.kvartal.press;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of type.
 *
 * @param width of what stands in it, in points
 * @param leading from the base line above to its own, in points
 */
public record Line(List<Part> parts, float width, float leading) {

    /**
     * Letters of one face.
     *
     * @param x from the beginning of the line
     * @param link as in {@link Stretch}
     */
    record Part(
            Face face,
            String text,
            Style style,
            float x,
            float width,
            @Nullable String link) {}

    public Line {
        parts = List.copyOf(parts);
    }
}
