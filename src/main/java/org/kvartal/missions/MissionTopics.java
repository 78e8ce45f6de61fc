package org.kvartal.missions;

import java.util.UUID;
import org.kvartal.live.LiveTopic;

/** What pages may watch. */
public final class MissionTopics {

    /** The lists of projects, missions, agreements and results. */
    public static final LiveTopic ALL = new LiveTopic("missions", new UUID(0, 0));

    private MissionTopics() {}

    /** One project, with its plan and its log. */
    public static LiveTopic of(ProjectId project) {
        return new LiveTopic("project", project.value());
    }

    /** One mission, with its delegations and its itinerary. */
    public static LiveTopic of(MissionId mission) {
        return new LiveTopic("mission", mission.value());
    }

    /** One agreement. */
    public static LiveTopic of(AgreementId agreement) {
        return new LiveTopic("agreement", agreement.value());
    }
}
