package org.kvartal.missions;

import java.util.UUID;
import org.kvartal.kernel.Ids;

/** The id of somebody who travels with a delegation, made by whoever fills its roster. */
public record TravellerId(UUID value) {

    public static TravellerId next() {
        return new TravellerId(Ids.next());
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static TravellerId of(String text) {
        return new TravellerId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
