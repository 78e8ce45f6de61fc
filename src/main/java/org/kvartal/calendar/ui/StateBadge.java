package org.kvartal.calendar.ui;

import org.kvartal.calendar.OutsideState;
import org.kvartal.kernel.Code;
import org.kvartal.shell.StatusBadge;
import org.kvartal.shell.StatusBadge.Status;

/** Where an entered event stands, in one word. */
final class StateBadge {

    private StateBadge() {}

    static StatusBadge of(OutsideState state, Desk desk) {
        Status status = switch (state) {
            case SUGGESTED -> Status.WAITING;
            case PUBLISHED -> Status.DONE;
            case REFUSED, CANCELLED -> Status.LATE;
            case WITHDRAWN -> Status.PLAIN;
        };
        return new StatusBadge(status, desk.text("calendar.state." + Code.of(state)));
    }
}
