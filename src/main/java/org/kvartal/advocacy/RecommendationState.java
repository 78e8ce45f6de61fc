package org.kvartal.advocacy;

import java.util.Set;

/** How far the text of a recommendation is. */
public enum RecommendationState {
    /** Being written. */
    DRAFT,
    /** Shown to those who belong to the house. */
    PROPOSED,
    /** Shown to everybody; its wording is open until a day. */
    IN_CONSULTATION,
    /** The room has confirmed it; its text never changes again. */
    ADOPTED,
    /** A letter with it was sent. */
    ACTIVE,
    /** All letters were answered, and all measures are over. */
    CLOSED,
    /** Given up, with a reason. */
    RETIRED,
    /** A later one stands for it. */
    SUPERSEDED;

    /** Those in which letters may be written about it. */
    public static final Set<RecommendationState> SENDABLE = Set.of(ADOPTED, ACTIVE);

    /** Into which states it goes from here. */
    public Set<RecommendationState> next() {
        return switch (this) {
            case DRAFT -> Set.of(PROPOSED, RETIRED);
            case PROPOSED -> Set.of(IN_CONSULTATION, RETIRED);
            case IN_CONSULTATION -> Set.of(ADOPTED, RETIRED);
            case ADOPTED -> Set.of(ACTIVE, RETIRED, SUPERSEDED);
            case ACTIVE -> Set.of(CLOSED, RETIRED, SUPERSEDED);
            case CLOSED, RETIRED, SUPERSEDED -> Set.of();
        };
    }

    /** Whether its wording may still change. */
    public boolean open() {
        return this == DRAFT || this == PROPOSED || this == IN_CONSULTATION;
    }

    /** Whether letters may be written about it. */
    public boolean sendable() {
        return SENDABLE.contains(this);
    }

    /** Whether people and associations may stand behind it now. */
    public boolean endorsable() {
        return this == PROPOSED || this == IN_CONSULTATION || this == ADOPTED;
    }
}
