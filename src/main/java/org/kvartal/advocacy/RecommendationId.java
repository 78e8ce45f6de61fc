package org.kvartal.advocacy;

import java.util.UUID;
import org.kvartal.kernel.Ids;
import org.kvartal.trace.TraceNode;

/** The id of a recommendation, made by whoever begins it, so that a repeated request is the same one. */
public record RecommendationId(UUID value) {

    public static RecommendationId next() {
        return new RecommendationId(Ids.next());
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static RecommendationId of(String text) {
        return new RecommendationId(UUID.fromString(text));
    }

    /** The recommendation in trails. */
    public TraceNode traced() {
        return new TraceNode(AdvocacyPages.TRACED_RECOMMENDATION, value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
