package org.kvartal.forum;

import java.util.UUID;
import org.kvartal.kernel.Ids;
import org.kvartal.trace.TraceNode;

/** The id of what came out of an item, made by whoever writes it down, so that a repeated request is the same outcome. */
public record OutcomeId(UUID value) {

    public static OutcomeId next() {
        return new OutcomeId(Ids.next());
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static OutcomeId of(String text) {
        return new OutcomeId(UUID.fromString(text));
    }

    /** The outcome in trails. */
    public TraceNode traced() {
        return new TraceNode(ForumPages.TRACED_OUTCOME, value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
