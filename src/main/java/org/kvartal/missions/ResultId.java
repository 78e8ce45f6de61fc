package org.kvartal.missions;

import java.util.UUID;
import org.kvartal.kernel.Ids;
import org.kvartal.trace.TraceNode;

/** The id of something that came of a project or a mission, made by whoever reports it. */
public record ResultId(UUID value) {

    public static ResultId next() {
        return new ResultId(Ids.next());
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static ResultId of(String text) {
        return new ResultId(UUID.fromString(text));
    }

    /** The result in trails. */
    public TraceNode traced() {
        return new TraceNode(MissionPages.TRACED_RESULT, value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
