package org.kvartal.forum;

import java.util.UUID;
import org.kvartal.kernel.Ids;

/** The id of a vote of the room, made by whoever opens it, so that a repeated request is the same vote. */
public record BallotId(UUID value) {

    public static BallotId next() {
        return new BallotId(Ids.next());
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static BallotId of(String text) {
        return new BallotId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
