package org.kvartal.missions;

/** What sort of result it is, and in what it is counted. */
public enum ResultKind {
    /** Jobs that there were not before; people. */
    JOBS,
    /** Money that was raised; euros. */
    MONEY,
    /** A signed agreement; one each. */
    AGREEMENT,
    /** Events that took place. */
    EVENTS,
    /** People who were reached. */
    AUDIENCE,
    /** Works or products that there were not before. */
    PRODUCTS,
    OTHER
}
