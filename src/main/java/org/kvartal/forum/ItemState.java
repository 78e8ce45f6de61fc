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
    /** Not taken, with a reason. */
    DECLINED,
    /** Goes on as part of another item. */
    MERGED;

    /** Into which states it goes from here. */
    public Set<ItemState> next() {
        return switch (this) {
            case PROPOSED -> Set.of(BACKLOG, DECLINED, MERGED);
            case BACKLOG -> Set.of(SCHEDULED, DECLINED, MERGED);
            case SCHEDULED -> Set.of(BACKLOG);
            case DECLINED, MERGED -> Set.of();
        };
    }
}
