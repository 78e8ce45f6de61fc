package org.kvartal.forum;

/** Who may know of an item on the agenda of a session. */
public enum ItemVisibility {
    /** Everybody who may know of the session. */
    COMMON,
    /** Those who facilitate. */
    INTERNAL
}
