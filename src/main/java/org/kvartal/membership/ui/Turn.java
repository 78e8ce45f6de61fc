package org.kvartal.membership.ui;

/** What a reader can do with an application now. */
enum Turn {
    /** Answer it. */
    ANSWER,
    /** Take it first: the office answers what it has taken. */
    TAKE,
    /** Nothing: it is their own. */
    OWN,
    /** Nothing: the office answers, and they only read. */
    OFFICE,
    /** Nothing: those whom the applicant wants to represent answer. */
    ASSOCIATION,
    /** Nothing: it waits for the applicant. */
    APPLICANT,
    /** Nothing any more. */
    OVER;

    /** Whether the answer falls to the reader. */
    boolean decides() {
        return this == ANSWER || this == TAKE;
    }
}
