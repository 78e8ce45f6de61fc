package org.kvartal.alliance;

import java.util.UUID;
import org.kvartal.kernel.Ids;

/** The id of a relation between two entries, made by whoever states it, so that a repeated request is the same relation. */
public record RelationId(UUID value) {

    public static RelationId next() {
        return new RelationId(Ids.next());
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static RelationId of(String text) {
        return new RelationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
