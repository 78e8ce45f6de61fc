package org.kvartal.forum;

import java.util.Set;

/** How far the minutes of a session are. */
public enum MinutesState {
    /** Put together by the house, and being worded. */
    DRAFT,
    /** Read by whoever was there; they may suggest other words. */
    IN_REVIEW,
    /** They stand, and are read by those who belong to the house. */
    APPROVED,
    /** Everybody may read them, without what is internal. */
    PUBLISHED,
    /** A newer edition stands in their place; they can still be read. */
    CORRECTED;

    /** Into which states they go from here. */
    public Set<MinutesState> next() {
        return switch (this) {
            case DRAFT -> Set.of(IN_REVIEW);
            case IN_REVIEW -> Set.of(DRAFT, APPROVED);
            case APPROVED -> Set.of(PUBLISHED, CORRECTED);
            case PUBLISHED -> Set.of(CORRECTED);
            case CORRECTED -> Set.of();
        };
    }

    /** Whether the room's word stands, and the session can't be opened again. */
    public boolean settled() {
        return this != DRAFT && this != IN_REVIEW;
    }
}
