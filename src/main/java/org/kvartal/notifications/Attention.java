package org.kvartal.notifications;

/** How much somebody wants to hear of a place. */
public enum Attention {
    /** All that is new there. */
    EVERYTHING,
    /** What is said to them. */
    CONCERNS_ME,
    /** Not even that. */
    NOTHING
}
