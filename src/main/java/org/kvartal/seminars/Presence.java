package org.kvartal.seminars;

/** Whether somebody was there on a day. */
public enum Presence {
    PRESENT,
    LATE,
    /** Was not there, and said so before. */
    EXCUSED,
    ABSENT;

    /** Whether the person was there. */
    public boolean there() {
        return this == PRESENT || this == LATE;
    }
}
