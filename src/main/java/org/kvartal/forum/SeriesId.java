package org.kvartal.forum;

import java.util.UUID;
import org.kvartal.kernel.Ids;

/** The id of a series of sessions, made by whoever sets it up. */
public record SeriesId(UUID value) {

    public static SeriesId next() {
        return new SeriesId(Ids.next());
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static SeriesId of(String text) {
        return new SeriesId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
