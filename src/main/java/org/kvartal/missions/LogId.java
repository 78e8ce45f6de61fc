package org.kvartal.missions;

import java.util.UUID;
import org.kvartal.kernel.Ids;

/** The id of a row of a project's log, made by whoever writes it. */
public record LogId(UUID value) {

    public static LogId next() {
        return new LogId(Ids.next());
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static LogId of(String text) {
        return new LogId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
