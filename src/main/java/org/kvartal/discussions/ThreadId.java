package org.kvartal.discussions;

import java.util.UUID;
import org.kvartal.kernel.Ids;
import org.kvartal.trace.TraceNode;

/** The id of a thread, made by whoever makes the thread, so that a repeated request is the same thread. */
public record ThreadId(UUID value) {

    public static ThreadId next() {
        return new ThreadId(Ids.next());
    }

    /** The thread as trails know it. */
    public TraceNode traced() {
        return new TraceNode(DiscussionsPages.TRACED_THREAD, value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
