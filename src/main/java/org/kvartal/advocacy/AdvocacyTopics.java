package org.kvartal.advocacy;

import java.util.UUID;
import org.kvartal.live.LiveTopic;

/** What pages may watch. */
public final class AdvocacyTopics {

    /** The lists of recommendations, letters and measures. */
    public static final LiveTopic ALL = new LiveTopic("advocacy", new UUID(0, 0));

    private AdvocacyTopics() {}

    /** One recommendation, with its endorsements and letters. */
    public static LiveTopic of(RecommendationId recommendation) {
        return new LiveTopic("recommendation", recommendation.value());
    }

    /** One measure. */
    public static LiveTopic of(MeasureId measure) {
        return new LiveTopic("measure", measure.value());
    }
}
