package org.kvartal.membership;

/** What a person is in a body. */
public enum BodyRole {
    /** Leads it. */
    CHAIR,
    /** Calls it together. */
    CONVENER,
    MEMBER
}
