package org.kvartal.forum;

import java.util.Set;

/**
 * What has become of a proposed item.
 *
 * @see "Decision record 0103, what becomes of a proposed item"
 */
public enum ItemState {
    /** Waits for the facilitator's word. */
    PROPOSED,
    /** Taken, and waits for a session. */
    BACKLOG,
    /** Stands on the agenda of a session. */
    SCHEDULED,
    /** Spoken of now. */
    CURRENT,
    /** Spoken of, and settled. */
    DONE,
    /** Goes on in another session. */
    DEFERRED,
    /** A body goes on with it. */
    REFERRED,
    /** Left out, with a reason. */
    DROPPED,
    /** Not taken, with a reason. */
    DECLINED,
    /** Goes on as part of another item. */
    MERGED;

    /** Whether it stands on the agenda of a session and its session has said what becomes of it. */
    public boolean settled() {
        return this == DONE || this == DEFERRED || this == REFERRED || this == DROPPED;
    }

    /** Whether it may be worded anew. */
    public boolean open() {
        return this == PROPOSED || this == BACKLOG || this == SCHEDULED || this == CURRENT;
    }

    /** Into which states it goes from here. */
    public Set<ItemState> next() {
        return switch (this) {
            case PROPOSED -> Set.of(BACKLOG, DECLINED, MERGED);
            case BACKLOG -> Set.of(SCHEDULED, DECLINED, MERGED);
            case SCHEDULED -> Set.of(BACKLOG, CURRENT, DEFERRED, REFERRED, DROPPED);
            case CURRENT -> Set.of(SCHEDULED, DONE, DEFERRED, REFERRED, DROPPED);
            case DONE, DROPPED -> Set.of(CURRENT);
            case DEFERRED, REFERRED -> Set.of();
            case DECLINED, MERGED -> Set.of();
        };
    }
}
