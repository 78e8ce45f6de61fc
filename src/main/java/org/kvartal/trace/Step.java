package org.kvartal.trace;

import org.jspecify.annotations.Nullable;

/**
 * A step of a trail.
 *
 * @param by how it came from what stands before it, null where the trail begins with it
 * @param here whether the trail was asked of it
 */
public record Step(TraceNode node, TraceCard card, @Nullable Relation by, boolean here) {

    /** The message key of what the step says before its title. */
    public String key() {
        return by == null ? "trace.began" : by.key();
    }
}
