package org.kvartal.forum;

/** What an item asks of the room. */
public enum ItemKind {
    /** To be told something. */
    INFO,
    /** To talk. */
    DISCUSS,
    /** To decide. */
    DECIDE
}
