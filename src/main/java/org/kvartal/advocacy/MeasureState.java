package org.kvartal.advocacy;

import java.util.Set;

/** How far a measure is, as its owner and whoever verifies it have said. What the calendar says stands in {@link MeasureSign}. */
public enum MeasureState {
    PLANNED,
    /** Somebody is named who does it, and a day. */
    COMMITTED,
    IN_PROGRESS,
    /** Its owner says that it is done. */
    REPORTED_DONE,
    VERIFIED_IMPLEMENTED,
    VERIFIED_PARTLY,
    VERIFIED_NOT,
    ON_HOLD,
    CANCELLED;

    /** Into which states it goes from here. From a pause it goes on where it stood. */
    public Set<MeasureState> next() {
        return switch (this) {
            case PLANNED -> Set.of(COMMITTED, ON_HOLD, CANCELLED);
            case COMMITTED -> Set.of(IN_PROGRESS, ON_HOLD, CANCELLED);
            case IN_PROGRESS -> Set.of(REPORTED_DONE, ON_HOLD, CANCELLED);
            case REPORTED_DONE -> Set.of(VERIFIED_IMPLEMENTED, VERIFIED_PARTLY, VERIFIED_NOT);
            case ON_HOLD -> Set.of(PLANNED, COMMITTED, IN_PROGRESS, CANCELLED);
            case VERIFIED_IMPLEMENTED, VERIFIED_PARTLY, VERIFIED_NOT, CANCELLED -> Set.of();
        };
    }

    /** Whether nothing more is expected of it. */
    public boolean over() {
        return next().isEmpty();
    }

    /** Whether how far it is was only said by its owner, and nobody else has seen it done. */
    public boolean claimed() {
        return this == REPORTED_DONE || this == VERIFIED_PARTLY || this == VERIFIED_NOT;
    }

    /** Whether its owner owes reports. */
    public boolean runs() {
        return this == COMMITTED || this == IN_PROGRESS;
    }
}
