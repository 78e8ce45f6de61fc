package org.kvartal.missions;

import java.util.Set;

/** What the client says to a decision at a gate. Silence says nothing. */
public enum ClientWord {
    /** The decision stands, and the client has not said anything yet. */
    AWAITED,
    SIGNED,
    /** The client does not stand by it: the gate is open again. */
    REFUSED,
    /** The office has recorded what the client said elsewhere, on paper or by telephone. */
    RECORDED,
    /** It is no matter any more: a gate before it is open again, or the project was given up. */
    WITHDRAWN;

    /** Into which states it goes from here. */
    public Set<ClientWord> next() {
        return switch (this) {
            case AWAITED -> Set.of(SIGNED, REFUSED, RECORDED, WITHDRAWN);
            case SIGNED, REFUSED, RECORDED, WITHDRAWN -> Set.of();
        };
    }
}
