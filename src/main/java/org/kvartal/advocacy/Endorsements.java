package org.kvartal.advocacy;

import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Asker;
import org.kvartal.membership.MemberId;

/**
 * Who stands behind a recommendation: people as themselves, associations under a mandate that is a primary one or there in writing. They are counted apart, each
 * once, and may take it back until the first letter was sent.
 */
public interface Endorsements {

    /**
     * Stands behind it. The same again is nothing.
     *
     * @param association null for the asker themselves
     * @throws org.kvartal.kernel.Refused if it is too early or too late, or at {@code association} if the mandate is neither primary nor in writing
     * @throws org.kvartal.kernel.Forbidden without a mandate
     */
    void endorse(Asker by, RecommendationId recommendation, @Nullable MemberId association);

    /** Takes it back: a person their own, and whoever speaks for an association that of the association. */
    void withdraw(Asker by, RecommendationId recommendation, @Nullable MemberId association);
}
