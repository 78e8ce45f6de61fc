package org.kvartal.missions;

import java.util.UUID;
import org.kvartal.kernel.Ids;

/** The id of a delegation, made by whoever plans it. */
public record DelegationId(UUID value) {

    public static DelegationId next() {
        return new DelegationId(Ids.next());
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static DelegationId of(String text) {
        return new DelegationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
