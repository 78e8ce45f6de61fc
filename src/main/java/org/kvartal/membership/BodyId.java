package org.kvartal.membership;

import java.util.UUID;
import org.kvartal.kernel.Ids;

/** The id of a body, made by whoever opens it, so that a repeated request is the same body. */
public record BodyId(UUID value) {

    public static BodyId next() {
        return new BodyId(Ids.next());
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static BodyId of(String text) {
        return new BodyId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
