package org.kvartal.imports;

/** Where a row stands: its verdict, and what became of it. */
public enum RowState {
    /** Not judged yet. */
    WAITING,
    NEW,
    SAME,
    CONFLICT,
    INVALID,
    /** Brought in. */
    MADE,
    /** Brought in and taken back. */
    TAKEN_BACK,
    /** Brought in, and left when the others were taken back. */
    KEPT
}
