package org.kvartal.missions;

import java.util.Set;

/** How far a mission is. */
public enum MissionState {
    PLANNING,
    /** Who travels is settled: delegations change nothing more by their links. */
    ROSTER_FIXED,
    /** It has a goal that can be measured, and no host is waited for. */
    CONFIRMED,
    ON_THE_ROAD,
    DEBRIEF,
    DONE,
    PAUSED,
    /** Given up, with a reason. */
    TERMINATED;

    /** Into which states it goes from here. From a pause it goes on where it stood. */
    public Set<MissionState> next() {
        return switch (this) {
            case PLANNING -> Set.of(ROSTER_FIXED, PAUSED, TERMINATED);
            case ROSTER_FIXED -> Set.of(CONFIRMED, PAUSED, TERMINATED);
            case CONFIRMED -> Set.of(ON_THE_ROAD, PAUSED, TERMINATED);
            case ON_THE_ROAD -> Set.of(DEBRIEF, PAUSED, TERMINATED);
            case DEBRIEF -> Set.of(DONE, PAUSED, TERMINATED);
            case PAUSED -> Set.of(PLANNING, ROSTER_FIXED, CONFIRMED, ON_THE_ROAD, DEBRIEF, TERMINATED);
            case DONE, TERMINATED -> Set.of();
        };
    }

    /** Whether its itinerary may still change. */
    public boolean open() {
        return this == PLANNING || this == ROSTER_FIXED || this == CONFIRMED || this == ON_THE_ROAD;
    }

    /** Whether it took place. */
    public boolean held() {
        return this == ON_THE_ROAD || this == DEBRIEF || this == DONE;
    }
}
