package org.kvartal.missions;

import java.util.Set;

/** How far a stage of a project is. */
public enum StageState {
    AHEAD,
    CURRENT,
    /** The consultant has asked for a decision at its gate. */
    AT_GATE,
    DONE,
    /** The decision at its gate ended the project. */
    STOPPED;

    /** Into which states it goes from here; back only where a client does not stand by what was decided. */
    public Set<StageState> next() {
        return switch (this) {
            case AHEAD -> Set.of(CURRENT);
            case CURRENT -> Set.of(AT_GATE, DONE, AHEAD);
            case AT_GATE -> Set.of(CURRENT, DONE, STOPPED, AHEAD);
            case DONE, STOPPED -> Set.of(CURRENT, AHEAD);
        };
    }
}
