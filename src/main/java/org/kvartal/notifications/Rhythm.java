package org.kvartal.notifications;

/** How often somebody gets letters about something. */
public enum Rhythm {
    /** After the ten minutes in which much is changed or taken back. */
    NOW,
    /** Together with all else of a day. */
    DAILY,
    /** Together with all else of a week. */
    WEEKLY,
    /** It stands in the inbox alone. */
    NEVER
}
