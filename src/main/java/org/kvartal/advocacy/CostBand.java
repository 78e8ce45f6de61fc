package org.kvartal.advocacy;

/** How much what is asked for would cost whoever does it. */
public enum CostBand {
    /** No money, only a decision. */
    NONE,
    /** Fits into a budget that is there. */
    SMALL,
    /** Needs money of its own in the budget of a year. */
    MEDIUM,
    /** Needs money in the budgets of several years. */
    LARGE
}
