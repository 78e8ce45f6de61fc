package org.kvartal.advocacy;

import java.util.UUID;
import org.kvartal.kernel.Ids;
import org.kvartal.trace.TraceNode;

/** The id of what an addressee said. */
public record ReplyId(UUID value) {

    public static ReplyId next() {
        return new ReplyId(Ids.next());
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static ReplyId of(String text) {
        return new ReplyId(UUID.fromString(text));
    }

    /** The reply in trails. */
    public TraceNode traced() {
        return new TraceNode(AdvocacyPages.TRACED_REPLY, value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
