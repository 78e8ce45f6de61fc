package org.kvartal.forum;

import java.util.UUID;
import org.kvartal.kernel.Ids;
import org.kvartal.trace.TraceNode;

/** The id of an agenda item, made by whoever proposes it, so that a repeated request is the same item. */
public record ItemId(UUID value) {

    public static ItemId next() {
        return new ItemId(Ids.next());
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static ItemId of(String text) {
        return new ItemId(UUID.fromString(text));
    }

    /** The item in trails. */
    public TraceNode traced() {
        return new TraceNode(ForumPages.TRACED_ITEM, value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
