package org.kvartal.missions;

import java.util.UUID;
import org.kvartal.kernel.Ids;
import org.kvartal.trace.TraceNode;

/** The id of a mission, made by whoever plans it. */
public record MissionId(UUID value) {

    public static MissionId next() {
        return new MissionId(Ids.next());
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static MissionId of(String text) {
        return new MissionId(UUID.fromString(text));
    }

    /** The mission in trails. */
    public TraceNode traced() {
        return new TraceNode(MissionPages.TRACED_MISSION, value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
