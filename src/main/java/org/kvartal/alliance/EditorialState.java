package org.kvartal.alliance;

/** What the house has decided about an entry; how the organisation itself is doing is {@link EntryContent.Status}. */
public enum EditorialState {
    /** Waits for a steward or its owner; seen by them alone. */
    SUGGESTED,
    /** Stands in the public directory. */
    CONFIRMED,
    /** Was public and is taken out for now; its address says that it is gone. */
    ARCHIVED,
    /** Was suggested and turned down. */
    REJECTED
}
