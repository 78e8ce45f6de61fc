package org.kvartal.discussions.domain;

import java.util.UUID;
import org.kvartal.discussions.ThreadId;
import org.kvartal.live.LiveTopic;

/** What pages of discussions watch. */
final class LiveTopics {

    /** The order of threads; there is one in the house. */
    static final LiveTopic NEWEST = new LiveTopic("newest", new UUID(0, 0));

    private LiveTopics() {}

    static LiveTopic of(ThreadId thread) {
        return new LiveTopic("thread", thread.value());
    }
}
