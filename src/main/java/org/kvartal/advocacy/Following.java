package org.kvartal.advocacy;

import org.kvartal.kernel.Asker;

/** Who belongs to the house hears, if they want to, what becomes of a recommendation or a measure. The same again is nothing. */
public interface Following {

    /** Whoever follows a recommendation is told of all that those are told of who stand behind it. */
    void follow(Asker by, RecommendationId recommendation);

    void unfollow(Asker by, RecommendationId recommendation);

    /** Whoever follows a measure is told where it stands each time that this changes, and of each report. */
    void follow(Asker by, MeasureId measure);

    void unfollow(Asker by, MeasureId measure);
}
