package org.kvartal.missions;

import java.util.UUID;
import org.kvartal.kernel.Ids;

/** The id of a stage of a project, made by whoever plans it. */
public record StageId(UUID value) {

    public static StageId next() {
        return new StageId(Ids.next());
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static StageId of(String text) {
        return new StageId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
