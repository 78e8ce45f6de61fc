package org.kvartal.forum;

import java.util.Set;

/** How far a session is. Whether the time of one that did not begin is over is told by the clock. */
public enum SessionState {
    /** Being prepared; only those who facilitate it know of it. */
    DRAFT,
    /** Announced; there is no way back. */
    OPEN,
    /** Held now, or being entered from paper: who is there, votes and outcomes are kept. */
    IN_PROGRESS,
    /** Held; its minutes are drafted. */
    CLOSED,
    /** It will not take place. */
    CANCELLED;

    /** Into which states it goes from here. */
    public Set<SessionState> next() {
        return switch (this) {
            case DRAFT -> Set.of(OPEN, CANCELLED);
            case OPEN -> Set.of(IN_PROGRESS, CANCELLED);
            case IN_PROGRESS -> Set.of(OPEN, CLOSED);
            case CLOSED -> Set.of(IN_PROGRESS);
            case CANCELLED -> Set.of();
        };
    }
}
