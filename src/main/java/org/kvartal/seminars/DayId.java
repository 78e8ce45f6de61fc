package org.kvartal.seminars;

import java.util.UUID;
import org.kvartal.kernel.Ids;

/** The id of a day of a seminar, made by whoever plans it, so that a repeated request is the same one. */
public record DayId(UUID value) {

    public static DayId next() {
        return new DayId(Ids.next());
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static DayId of(String text) {
        return new DayId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
