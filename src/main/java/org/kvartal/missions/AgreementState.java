package org.kvartal.missions;

import java.util.Set;

/** How far an agreement is. {@link #EXPIRED} is told by the calendar and never stored. */
public enum AgreementState {
    DRAFT,
    /** Somebody has signed, and somebody has not. */
    SIGNED_PARTLY,
    /** Everybody has signed, and its first day is still to come. */
    SIGNED,
    IN_FORCE,
    /** Its last day is over. */
    EXPIRED,
    /** Ended before, with a reason. */
    ENDED,
    /** Another took its place. */
    RENEWED_BY;

    /** Into which states it goes from here. What is entered years later may be over with its last signature. */
    public Set<AgreementState> next() {
        return switch (this) {
            case DRAFT -> Set.of(SIGNED_PARTLY, SIGNED, IN_FORCE, EXPIRED, ENDED);
            case SIGNED_PARTLY -> Set.of(SIGNED, IN_FORCE, EXPIRED, ENDED);
            case SIGNED -> Set.of(IN_FORCE, EXPIRED, ENDED);
            case IN_FORCE -> Set.of(EXPIRED, ENDED, RENEWED_BY);
            case EXPIRED -> Set.of(RENEWED_BY);
            case ENDED, RENEWED_BY -> Set.of();
        };
    }
}
