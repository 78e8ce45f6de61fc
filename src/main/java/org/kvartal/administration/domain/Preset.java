package org.kvartal.administration.domain;

import java.util.EnumSet;
import java.util.Set;

/** What a house begins with; each of it can be changed later. */
public enum Preset {
    /** People, talk and a calendar: enough for an association that one officer keeps. */
    SMALL(EnumSet.of(OptionalModule.FORUM, OptionalModule.SEMINARS, OptionalModule.MISSIONS, OptionalModule.ADVOCACY)),
    /** Everything. */
    FEDERATION(EnumSet.noneOf(OptionalModule.class));

    private final Set<OptionalModule> resting;

    Preset(Set<OptionalModule> resting) {
        this.resting = Set.copyOf(resting);
    }

    /** The modules that are not in use. */
    public Set<OptionalModule> resting() {
        return resting;
    }
}
