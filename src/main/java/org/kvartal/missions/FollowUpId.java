package org.kvartal.missions;

import java.util.UUID;
import org.kvartal.kernel.Ids;

/** The id of a look back at what came of a project or a mission, made by the house. */
public record FollowUpId(UUID value) {

    public static FollowUpId next() {
        return new FollowUpId(Ids.next());
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static FollowUpId of(String text) {
        return new FollowUpId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
