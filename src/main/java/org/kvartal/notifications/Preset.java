package org.kvartal.notifications;

/** What somebody wants to be told in the main. */
public enum Preset {
    /** Every new post anywhere, and what concerns them, each by a letter. */
    EVERYTHING,
    /** What concerns them and what they follow, each by a letter. */
    CONCERNS_ME,
    /** The same, by one letter a week. */
    WEEKLY_LETTER
}
