package org.kvartal.administration.domain;

import java.util.Locale;
import java.util.Set;

/**
 * A module that a house can do without. What it needs beside itself stands here because its pages lead there.
 *
 * @see "Decision record 0161, a module that is not in use leaves no trace"
 */
public enum OptionalModule {
    ALLIANCE,
    FORUM,
    SEMINARS,
    MISSIONS,
    ADVOCACY;

    /** Its name in the program. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What has to be in use where this is. */
    public Set<OptionalModule> needs() {
        return switch (this) {
            case ALLIANCE, FORUM, SEMINARS -> Set.of();
            case MISSIONS -> Set.of(ALLIANCE);
            case ADVOCACY -> Set.of(ALLIANCE, FORUM, MISSIONS);
        };
    }
}
