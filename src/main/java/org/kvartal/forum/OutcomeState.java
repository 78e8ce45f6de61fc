package org.kvartal.forum;

import java.util.Set;

/** How far an outcome is. Only what is {@link #CONFIRMED} has an effect outside the room. */
public enum OutcomeState {
    /** Written down while the session runs. */
    LIVE,
    /** Read back, and the room said yes. */
    CONFIRMED,
    /** Read back or taken away, and it counts for nothing. */
    STRUCK;

    /** Into which states it goes from here. */
    public Set<OutcomeState> next() {
        return switch (this) {
            case LIVE -> Set.of(CONFIRMED, STRUCK);
            case CONFIRMED, STRUCK -> Set.of();
        };
    }
}
