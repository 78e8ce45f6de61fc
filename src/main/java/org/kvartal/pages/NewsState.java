package org.kvartal.pages;

/** Where a piece of news stands. */
public enum NewsState {
    /** Only those who write news see it. */
    DRAFT,
    /** Everybody reads it. */
    PUBLISHED,
    /** Everybody read it once; its address says that it is gone. */
    WITHDRAWN
}
