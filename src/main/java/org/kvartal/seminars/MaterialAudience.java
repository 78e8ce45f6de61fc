package org.kvartal.seminars;

/** For whom a material is. */
public enum MaterialAudience {
    ALL,
    PARTICIPANTS,
    TEAM,
    /** For participants once they were seen there. */
    AFTER_ATTENDANCE
}
