package org.kvartal.missions;

/** What is decided at the gate of a stage, by somebody who has not asked for it. */
public enum GateVerdict {
    /** The next stage begins. */
    GO,
    /** The stage goes on, and the gate is asked for again. */
    REWORK,
    /** The project ends here. */
    STOP
}
