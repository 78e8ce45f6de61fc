package org.kvartal.membership;

/** Who may see a piece of what a person says about themselves; the office sees everything. */
public enum Visible {
    /** Everybody. */
    PUBLIC,
    /** Whoever belongs to the house. */
    MEMBERS,
    /** Nobody but the person and the office. */
    NOBODY
}
