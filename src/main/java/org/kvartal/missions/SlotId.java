package org.kvartal.missions;

import java.util.UUID;
import org.kvartal.kernel.Ids;

/** The id of a visit or a meeting of an itinerary, made by whoever plans it. */
public record SlotId(UUID value) {

    public static SlotId next() {
        return new SlotId(Ids.next());
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static SlotId of(String text) {
        return new SlotId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
