package org.kvartal.seminars;

import java.util.UUID;
import org.kvartal.kernel.Ids;

/** The id of a series of seminars, made by whoever opens it, so that a repeated request is the same one. */
public record ProgrammeId(UUID value) {

    public static ProgrammeId next() {
        return new ProgrammeId(Ids.next());
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static ProgrammeId of(String text) {
        return new ProgrammeId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
