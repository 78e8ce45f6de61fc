package org.kvartal.advocacy;

import java.util.UUID;
import org.kvartal.kernel.Ids;
import org.kvartal.trace.TraceNode;

/** The id of a letter to one addressee, made by whoever prepares it. */
public record DispatchId(UUID value) {

    public static DispatchId next() {
        return new DispatchId(Ids.next());
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static DispatchId of(String text) {
        return new DispatchId(UUID.fromString(text));
    }

    /** The letter in trails. */
    public TraceNode traced() {
        return new TraceNode(AdvocacyPages.TRACED_DISPATCH, value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
