package org.kvartal.notifications.domain;

import java.util.UUID;
import org.kvartal.kernel.PersonId;
import org.kvartal.live.LiveTopic;

/** What open pages watch. */
final class LiveTopics {

    /** Something was told to so many that each open page looks for itself. */
    static final LiveTopic EVERYBODY = new LiveTopic("inbox", new UUID(0, 0));

    private LiveTopics() {}

    static LiveTopic of(PersonId person) {
        return new LiveTopic("inbox", person.value());
    }
}
