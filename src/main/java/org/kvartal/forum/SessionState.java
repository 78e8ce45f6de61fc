package org.kvartal.forum;

import java.util.Set;

/** How far a session is. Whether it is over is told by the clock. */
public enum SessionState {
    /** Being prepared; only those who facilitate it know of it. */
    DRAFT,
    /** Announced; there is no way back. */
    OPEN,
    /** It will not take place. */
    CANCELLED;

    /** Into which states it goes from here. */
    public Set<SessionState> next() {
        return switch (this) {
            case DRAFT -> Set.of(OPEN, CANCELLED);
            case OPEN -> Set.of(CANCELLED);
            case CANCELLED -> Set.of();
        };
    }
}
