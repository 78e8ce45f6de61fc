package org.kvartal.calendar;

/** How sure an event is, in the words of iCalendar (RFC 5545, 3.8.1.11). */
public enum EventState {
    /** Wished, and not agreed yet. */
    TENTATIVE,
    CONFIRMED,
    /** Does not take place, and keeps standing so that people who had noted it see that. */
    CANCELLED
}
