package org.kvartal.membership;

import java.util.UUID;
import org.kvartal.kernel.Ids;

/** The id of an application, made by whoever begins it, so that a repeated request is the same application. */
public record ApplicationId(UUID value) {

    public static ApplicationId next() {
        return new ApplicationId(Ids.next());
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static ApplicationId of(String text) {
        return new ApplicationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
