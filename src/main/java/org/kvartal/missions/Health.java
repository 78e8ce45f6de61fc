package org.kvartal.missions;

/** How a running project is, as its calendar says. Never stored. */
public enum Health {
    WELL,
    /** Something is overdue. */
    LATE,
    /** Nobody has met the client for more than {@value Projects#SILENT_DAYS} days. */
    SILENT
}
