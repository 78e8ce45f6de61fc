package org.kvartal.seminars;

/** Why somebody waits. */
public enum WaitReason {
    /** All seats that they could have are taken, held or reserved. */
    FULL,
    /** There are seats, but their association has as many as it may. */
    ASSOCIATION_QUOTA
}
