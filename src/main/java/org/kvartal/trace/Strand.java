package org.kvartal.trace;

/**
 * A link of a trail.
 *
 * @param from the earlier
 * @param to the later
 */
public record Strand(TraceNode from, Relation relation, TraceNode to) {

    public Strand {
        if (from.equals(to)) {
            throw new IllegalArgumentException("a thing does not come from itself: " + from);
        }
    }
}
