package org.kvartal.advocacy;

import java.util.UUID;
import org.kvartal.kernel.Ids;
import org.kvartal.trace.TraceNode;

/** The id of a measure, made by whoever enters it. */
public record MeasureId(UUID value) {

    public static MeasureId next() {
        return new MeasureId(Ids.next());
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static MeasureId of(String text) {
        return new MeasureId(UUID.fromString(text));
    }

    /** The measure in trails. */
    public TraceNode traced() {
        return new TraceNode(AdvocacyPages.TRACED_MEASURE, value);
    }

    /** What was verified of it, in trails. */
    public TraceNode tracedVerification() {
        return new TraceNode(AdvocacyPages.TRACED_VERIFICATION, value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
