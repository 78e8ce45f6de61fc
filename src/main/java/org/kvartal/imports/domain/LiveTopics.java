package org.kvartal.imports.domain;

import java.util.UUID;
import org.kvartal.live.LiveTopic;

/** What pages of imports watch, beside the topic of each import. */
public final class LiveTopics {

    /** The list of imports; there is one in the house. */
    public static final LiveTopic ALL = new LiveTopic("imports", new UUID(0, 0));

    private LiveTopics() {}
}
