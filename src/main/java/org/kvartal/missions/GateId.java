package org.kvartal.missions;

import java.util.UUID;
import org.kvartal.kernel.Ids;

/** The id of a decision at a gate, made when somebody asks for it. */
public record GateId(UUID value) {

    public static GateId next() {
        return new GateId(Ids.next());
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static GateId of(String text) {
        return new GateId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
