package org.kvartal.missions;

import java.util.Set;

/** What a host has said to a visit. */
public enum HostState {
    /** Nobody was asked, or what was asked has changed since. */
    NOT_ASKED,
    ASKED,
    ACCEPTED,
    /** The host wishes another time. */
    MOVED,
    DECLINED;

    /** Into which states it goes from here. */
    public Set<HostState> next() {
        return switch (this) {
            case NOT_ASKED -> Set.of(ASKED, ACCEPTED, DECLINED);
            case ASKED -> Set.of(ASKED, ACCEPTED, MOVED, DECLINED, NOT_ASKED);
            case ACCEPTED -> Set.of(ACCEPTED, MOVED, DECLINED, NOT_ASKED);
            case MOVED -> Set.of(ASKED, ACCEPTED, MOVED, DECLINED, NOT_ASKED);
            case DECLINED -> Set.of(NOT_ASKED);
        };
    }

    /** Whether nothing more is waited for. */
    public boolean settled() {
        return this == NOT_ASKED || this == ACCEPTED;
    }
}
