package org.kvartal.seminars;

import java.util.UUID;
import org.kvartal.live.LiveTopic;

/** What pages may watch. */
public final class SeminarTopics {

    /** The lists of seminars. */
    public static final LiveTopic ALL = new LiveTopic("seminars", new UUID(0, 0));

    private SeminarTopics() {}

    /** One seminar, with its registrations, who was there, and its certificates. */
    public static LiveTopic of(SeminarId seminar) {
        return new LiveTopic("seminar", seminar.value());
    }
}
