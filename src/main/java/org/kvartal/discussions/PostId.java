package org.kvartal.discussions;

import java.util.UUID;
import org.kvartal.kernel.Ids;
import org.kvartal.trace.TraceNode;

/** The id of a post, made by whoever makes the post, so that a repeated request is the same post. */
public record PostId(UUID value) {

    public static PostId next() {
        return new PostId(Ids.next());
    }

    /** The post as trails know it. */
    public TraceNode traced() {
        return new TraceNode(DiscussionsPages.TRACED_POST, value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
