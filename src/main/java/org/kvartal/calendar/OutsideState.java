package org.kvartal.calendar;

/**
 * Where an entered event stands. {@code SUGGESTED → PUBLISHED | REFUSED} by the office, {@code REFUSED → SUGGESTED} by its host who changes it, {@code PUBLISHED →
 * CANCELLED} and {@code SUGGESTED | REFUSED → WITHDRAWN} by its host or the office.
 */
public enum OutsideState {
    SUGGESTED,
    PUBLISHED,
    REFUSED,
    /** Was public, does not take place, and keeps standing. */
    CANCELLED,
    /** Was never public, and its host wants it no more. */
    WITHDRAWN;

    /** Whether everybody may see it. */
    public boolean open() {
        return this == PUBLISHED || this == CANCELLED;
    }
}
