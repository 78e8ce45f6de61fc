package org.kvartal.missions;

import java.util.UUID;
import org.kvartal.kernel.Ids;

/** The id of a goal, a task or a deliverable, made by whoever plans it. */
public record PlanItemId(UUID value) {

    public static PlanItemId next() {
        return new PlanItemId(Ids.next());
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static PlanItemId of(String text) {
        return new PlanItemId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
