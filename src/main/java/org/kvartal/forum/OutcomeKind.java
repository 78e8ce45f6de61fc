package org.kvartal.forum;

/** What can come out of an item. Stored by name: names stay. */
public enum OutcomeKind {
    /** Something worth keeping. */
    NOTE,
    DECISION,
    /** Somebody does something by a day. */
    TASK,
    /** Something that people lack. */
    NEED,
    /** What others are asked for, once it has been written and signed. */
    RECOMMENDATION,
    /** A body goes on with it. */
    REFER;

    /** Whether somebody does it, and says so when it is done. */
    public boolean carriedOut() {
        return this == TASK || this == REFER;
    }
}
