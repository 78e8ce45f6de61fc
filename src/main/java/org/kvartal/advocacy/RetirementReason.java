package org.kvartal.advocacy;

/** Why a recommendation was given up. Stored by name: names stay. */
public enum RetirementReason {
    DUPLICATE,
    OVERTAKEN,
    NOT_FEASIBLE,
    DONE_ELSEWHERE,
    OTHER
}
