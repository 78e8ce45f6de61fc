package org.kvartal.membership;

/** What a body of the house is for. */
public enum BodyType {
    /** People who bring something about, such as a forum in their city. */
    INITIATIVE_GROUP,
    /** Those of one sector, across cities. */
    SECTOR_NETWORK,
    /** Leads the house. */
    BOARD
}
