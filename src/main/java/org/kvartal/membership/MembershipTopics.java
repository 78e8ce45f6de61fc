package org.kvartal.membership;

import java.util.UUID;
import org.kvartal.live.LiveTopic;

/** What of membership an open page may watch. */
public final class MembershipTopics {

    /** The queue of applications: one came, or one was answered. */
    public static final LiveTopic QUEUE = new LiveTopic("applications", new UUID(0, 0));

    private MembershipTopics() {}

    /** One application, for both sides. */
    public static LiveTopic of(ApplicationId application) {
        return new LiveTopic("application", application.value());
    }

    /** What stands about a member, and who may speak for it. */
    public static LiveTopic of(MemberId member) {
        return new LiveTopic("member", member.value());
    }
}
