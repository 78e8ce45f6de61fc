package org.kvartal.missions;

/** How a running project is, as its calendar and its log say. Never stored. */
public enum Health {
    WELL,
    /** Something is overdue. */
    LATE,
    /** The client says of a meeting that it was otherwise, and nobody has corrected the record. */
    DISPUTED,
    /** Nobody has met the client for more than {@value Projects#SILENT_DAYS} days. */
    SILENT
}
