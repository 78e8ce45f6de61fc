package org.kvartal.administration.domain;

import java.util.UUID;
import org.kvartal.live.LiveTopic;

/** What pages of the administration watch. */
public final class LiveTopics {

    /** The backups and what follows from a restoration; there is one list of them in the house. */
    public static final LiveTopic BACKUPS = new LiveTopic("backups", new UUID(0, 0));

    private LiveTopics() {}
}
