package org.kvartal.advocacy;

import java.util.Set;

/** How far a letter to one addressee is. Whether its answer is late is told by the calendar: see {@link Lateness}. */
public enum DispatchState {
    /** Written; somebody else has to sign it. */
    PREPARED,
    /** Signed: what it says never changes again. */
    SIGNED,
    SENT,
    /** It did not arrive. */
    BOUNCED,
    /** The addressee said something that nobody has read yet. */
    NEEDS_CLASSIFICATION,
    /** The addressee waits for us. */
    CLARIFICATION,
    ANSWERED,
    CLOSED,
    /** Given up before anybody signed it. */
    DISCARDED;

    /** Into which states it goes from here. */
    public Set<DispatchState> next() {
        return switch (this) {
            case PREPARED -> Set.of(SIGNED, DISCARDED);
            case SIGNED -> Set.of(SENT, PREPARED);
            case SENT -> Set.of(BOUNCED, NEEDS_CLASSIFICATION, CLOSED);
            case BOUNCED -> Set.of(PREPARED);
            case NEEDS_CLASSIFICATION -> Set.of(ANSWERED, CLARIFICATION, SENT);
            case CLARIFICATION -> Set.of(SENT);
            case ANSWERED -> Set.of(CLOSED);
            case CLOSED, DISCARDED -> Set.of();
        };
    }
}
