package org.kvartal.alliance;

import java.util.UUID;
import org.kvartal.kernel.Ids;

/** The id of an edition of the printed catalogue, made by whoever asks for it, so that a repeated request is the same edition. */
public record EditionId(UUID value) {

    public static EditionId next() {
        return new EditionId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
