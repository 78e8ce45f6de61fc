package org.kvartal.missions;

/** What stands in the plan of a stage. */
public enum PlanItemKind {
    GOAL,
    TASK,
    /** Something that the stage hands over: a file or an address on the web. */
    DELIVERABLE
}
