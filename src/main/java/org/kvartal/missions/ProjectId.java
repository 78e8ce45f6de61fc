package org.kvartal.missions;

import java.util.UUID;
import org.kvartal.kernel.Ids;
import org.kvartal.trace.TraceNode;

/** The id of a mentorship project, made by whoever begins it. */
public record ProjectId(UUID value) {

    public static ProjectId next() {
        return new ProjectId(Ids.next());
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static ProjectId of(String text) {
        return new ProjectId(UUID.fromString(text));
    }

    /** The project in trails. */
    public TraceNode traced() {
        return new TraceNode(MissionPages.TRACED_PROJECT, value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
