package org.kvartal.membership;

import java.util.UUID;
import org.kvartal.kernel.Ids;

/** The id of a mandate, made by whoever gives it, so that a repeated request is the same mandate. */
public record MandateId(UUID value) {

    public static MandateId next() {
        return new MandateId(Ids.next());
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static MandateId of(String text) {
        return new MandateId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
