package org.kvartal.seminars;

import java.util.UUID;
import org.kvartal.kernel.Ids;

/** The id of a material of a seminar, made by whoever adds it, so that a repeated request is the same one. */
public record MaterialId(UUID value) {

    public static MaterialId next() {
        return new MaterialId(Ids.next());
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static MaterialId of(String text) {
        return new MaterialId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
