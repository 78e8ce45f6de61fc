package org.kvartal.administration.domain;

import java.util.EnumSet;
import java.util.Set;

/** What a house begins with; each of it can be changed later. */
public enum Preset {
    /** People, talk, a directory and a calendar: enough for an association that one officer keeps. */
    SMALL,
    /** Everything. */
    FEDERATION;

    /** The modules that are not in use. */
    public Set<OptionalModule> resting() {
        return switch (this) {
            case SMALL ->
                EnumSet.of(
                        OptionalModule.FORUM,
                        OptionalModule.SEMINARS,
                        OptionalModule.MISSIONS,
                        OptionalModule.ADVOCACY);
            case FEDERATION -> EnumSet.noneOf(OptionalModule.class);
        };
    }
}
