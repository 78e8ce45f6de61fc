package org.kvartal.missions;

import java.util.Set;

/** How far a mentorship project is. Which stage it is at say its {@linkplain StageState stages}. */
public enum ProjectState {
    RUNNING,
    PAUSED,
    /** All stages are done: what is left are the last reports. */
    CLOSING,
    COMPLETED,
    /** It is looked at again, after 30, 90, 180 and 365 days. */
    FOLLOW_UP,
    ARCHIVED,
    /** Given up, with a reason. */
    TERMINATED;

    /** Into which states it goes from here. From a pause it goes on where it stood; a client who does not stand by a decision lets it run again. */
    public Set<ProjectState> next() {
        return switch (this) {
            case RUNNING -> Set.of(PAUSED, CLOSING, TERMINATED);
            case PAUSED -> Set.of(RUNNING, CLOSING, TERMINATED);
            case CLOSING -> Set.of(RUNNING, PAUSED, COMPLETED, TERMINATED);
            case COMPLETED -> Set.of(FOLLOW_UP, ARCHIVED);
            case FOLLOW_UP -> Set.of(ARCHIVED);
            case TERMINATED -> Set.of(RUNNING);
            case ARCHIVED -> Set.of();
        };
    }

    /** Whether somebody works on it: its plan and log grow, and silence counts. */
    public boolean runs() {
        return this == RUNNING || this == CLOSING;
    }

    /** Whether the work is over, by success or otherwise. */
    public boolean over() {
        return !runs() && this != PAUSED;
    }
}
