package org.kvartal.advocacy;

/** Where an addressee stands, as the office has understood their words. Stored by name: names stay. */
public enum Position {
    ACCEPTED,
    PARTLY,
    NOTED,
    REFUSED,
    NOT_COMPETENT,
    /** Nothing was ever answered. */
    NO_REPLY
}
