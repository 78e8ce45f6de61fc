package org.kvartal.missions;

import java.util.Set;

/** Whether the client stands by a row of the log. */
public enum LogState {
    /** Written; nobody is known who could confirm it. Silence confirms nothing here. */
    NOTED,
    /** The client was asked. */
    WAITING,
    /** The client says that it was otherwise. */
    DISPUTED,
    CONFIRMED,
    /** The client was asked, and has said nothing for {@value ProjectLog#SILENCE_DAYS} days. */
    ASSUMED;

    /** Into which states it goes from here. */
    public Set<LogState> next() {
        return switch (this) {
            case NOTED, DISPUTED -> Set.of(WAITING, NOTED, CONFIRMED);
            case WAITING -> Set.of(WAITING, NOTED, CONFIRMED, DISPUTED, ASSUMED);
            case CONFIRMED, ASSUMED -> Set.of();
        };
    }
}
