package org.kvartal.alliance;

import java.util.UUID;
import org.kvartal.kernel.Ids;

/** The id of an entry of the directory, made by whoever makes the entry, so that a repeated request is the same entry. */
public record EntryId(UUID value) {

    public static EntryId next() {
        return new EntryId(Ids.next());
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static EntryId of(String text) {
        return new EntryId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
