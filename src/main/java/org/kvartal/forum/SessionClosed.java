package org.kvartal.forum;

import java.util.List;

/**
 * A session was closed, and its minutes are drafted.
 *
 * @param confirmed the outcomes that the room has confirmed just now
 */
public record SessionClosed(SessionId session, String code, List<OutcomeId> confirmed) {

    public SessionClosed {
        confirmed = List.copyOf(confirmed);
    }
}
