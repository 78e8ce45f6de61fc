package org.kvartal.forum;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.live.LiveTopic;

/** What pages of the forum may watch. */
public final class ForumTopics {

    /** The list of sessions and series. */
    public static final LiveTopic SESSIONS = new LiveTopic("sessions", new UUID(0, 0));

    private ForumTopics() {}

    /** One session: its time, its state, its agenda. */
    public static LiveTopic of(SessionId session) {
        return new LiveTopic("session", session.value());
    }

    /** Who comes to a session. */
    public static LiveTopic answers(SessionId session) {
        return new LiveTopic("answers", session.value());
    }

    /** What is proposed for a series, or for sessions that belong to none. */
    public static LiveTopic backlog(@Nullable SeriesId series) {
        return new LiveTopic("backlog", series == null ? new UUID(0, 0) : series.value());
    }
}
