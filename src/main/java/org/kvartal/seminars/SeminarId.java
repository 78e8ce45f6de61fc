package org.kvartal.seminars;

import java.util.UUID;
import org.kvartal.kernel.Ids;
import org.kvartal.trace.TraceNode;

/** The id of a seminar, made by whoever begins it, so that a repeated request is the same one. */
public record SeminarId(UUID value) {

    public static SeminarId next() {
        return new SeminarId(Ids.next());
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static SeminarId of(String text) {
        return new SeminarId(UUID.fromString(text));
    }

    /** The seminar in trails. */
    public TraceNode traced() {
        return new TraceNode(SeminarPages.TRACED_SEMINAR, value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
