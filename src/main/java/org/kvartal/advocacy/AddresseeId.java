package org.kvartal.advocacy;

import java.util.UUID;
import org.kvartal.kernel.Ids;

/** The id of an addressee, made by whoever enters it. */
public record AddresseeId(UUID value) {

    public static AddresseeId next() {
        return new AddresseeId(Ids.next());
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static AddresseeId of(String text) {
        return new AddresseeId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
