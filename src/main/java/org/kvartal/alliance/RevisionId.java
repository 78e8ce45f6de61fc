package org.kvartal.alliance;

import java.util.UUID;
import org.kvartal.kernel.Ids;

/** The id of a change to an entry, made by whoever writes it, so that a repeated request is the same change. */
public record RevisionId(UUID value) {

    public static RevisionId next() {
        return new RevisionId(Ids.next());
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static RevisionId of(String text) {
        return new RevisionId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
