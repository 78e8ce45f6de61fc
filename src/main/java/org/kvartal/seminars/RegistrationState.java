package org.kvartal.seminars;

import java.util.Set;

/** Where a registration stands. */
public enum RegistrationState {
    /** Somebody was registered by others, and has not confirmed it yet. No seat is held for them. */
    STARTED,
    /** Waits for the organiser, or for the association in whose name it was made. */
    PENDING,
    CONFIRMED,
    /** Waits for a seat. */
    WAITLISTED,
    /** A seat is held for a while, and waits to be taken. */
    OFFERED,
    /** An offer, or the wish of others, was not taken up in time. */
    EXPIRED,
    WITHDRAWN,
    DECLINED,
    /** Was seen on at least one day. */
    CHECKED_IN,
    COMPLETED,
    INCOMPLETE,
    NO_SHOW;

    /** Those in which a seat is taken or held. */
    public static final Set<RegistrationState> SEATED =
            Set.of(CONFIRMED, OFFERED, CHECKED_IN, COMPLETED, INCOMPLETE, NO_SHOW);

    /** Those after which somebody may register anew. */
    public static final Set<RegistrationState> OVER = Set.of(EXPIRED, WITHDRAWN, DECLINED);

    /** Into which states it goes from here. */
    public Set<RegistrationState> next() {
        return switch (this) {
            case STARTED -> Set.of(PENDING, CONFIRMED, WAITLISTED, WITHDRAWN, EXPIRED);
            case PENDING -> Set.of(CONFIRMED, WAITLISTED, DECLINED, WITHDRAWN);
            case WAITLISTED -> Set.of(OFFERED, WITHDRAWN);
            case OFFERED -> Set.of(CONFIRMED, EXPIRED, WITHDRAWN);
            case CONFIRMED -> Set.of(WITHDRAWN, CHECKED_IN, NO_SHOW);
            case CHECKED_IN -> Set.of(COMPLETED, INCOMPLETE);
            case COMPLETED -> Set.of(INCOMPLETE);
            case INCOMPLETE -> Set.of(COMPLETED);
            case EXPIRED, WITHDRAWN, DECLINED, NO_SHOW -> Set.of();
        };
    }

    /** Whether a seat is taken or held. */
    public boolean seated() {
        return SEATED.contains(this);
    }

    /** Whether it counts as somebody's one registration. */
    public boolean live() {
        return !OVER.contains(this);
    }

    /** Whether its person takes part, and sees what participants see. */
    public boolean takesPart() {
        return this == CONFIRMED || attended();
    }

    /** Whether its person was there. */
    public boolean attended() {
        return this == CHECKED_IN || this == COMPLETED || this == INCOMPLETE;
    }
}
