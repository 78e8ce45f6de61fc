package org.kvartal.discussions;

import java.util.UUID;
import org.kvartal.kernel.Ids;

/** The id of a space, made by whoever makes the space, so that a repeated request is the same space. */
public record SpaceId(UUID value) {

    public static SpaceId next() {
        return new SpaceId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
