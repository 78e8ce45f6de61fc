package org.kvartal.seminars;

import java.util.UUID;
import org.kvartal.kernel.Ids;

/** The id of a registration, made by whoever registers it, so that a repeated request is the same one. */
public record RegistrationId(UUID value) {

    public static RegistrationId next() {
        return new RegistrationId(Ids.next());
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static RegistrationId of(String text) {
        return new RegistrationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
