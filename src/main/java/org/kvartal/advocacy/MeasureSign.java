package org.kvartal.advocacy;

/** What the calendar says of a measure that runs. Never stored. */
public enum MeasureSign {
    /** A report is due within {@link Measures#SOON_DAYS} days. */
    REPORT_DUE,
    REPORT_OVERDUE,
    /** More of its time is over than of its work, by more than {@link Measures#BEHIND_POINTS} points. */
    BEHIND
}
