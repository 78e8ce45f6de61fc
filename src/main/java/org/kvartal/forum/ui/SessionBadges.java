package org.kvartal.forum.ui;

import java.time.Instant;
import java.util.Optional;
import org.kvartal.forum.Answer;
import org.kvartal.forum.SessionState;
import org.kvartal.forum.Sessions.SessionCard;
import org.kvartal.shell.Icon;
import org.kvartal.shell.StatusBadge;
import org.kvartal.shell.StatusBadge.Status;

/** How a session stands, in a word; an open one that is to come needs none. */
final class SessionBadges {

    private SessionBadges() {}

    static Optional<StatusBadge> state(SessionCard session, Instant now, Words words) {
        if (session.entered()) {
            return Optional.of(new StatusBadge(Status.PLAIN, Icon.EDIT, words.text("forum.state.from-paper")));
        }
        return switch (session.state()) {
            case DRAFT -> Optional.of(new StatusBadge(Status.WAITING, Icon.EDIT, words.text("forum.state.draft")));
            case CANCELLED ->
                Optional.of(new StatusBadge(Status.LATE, Icon.CLOSE, words.text("forum.state.cancelled")));
            case IN_PROGRESS ->
                Optional.of(new StatusBadge(Status.DONE, Icon.CLOCK, words.text("forum.state.in-progress")));
            case CLOSED -> Optional.of(new StatusBadge(Status.PLAIN, Icon.CHECK, words.text("forum.state.closed")));
            case OPEN ->
                session.over(now)
                        ? Optional.of(new StatusBadge(Status.PLAIN, Icon.HISTORY, words.text("forum.state.over")))
                        : Optional.empty();
        };
    }

    /** What the reader has answered. */
    static Optional<StatusBadge> mine(SessionCard session, Instant now, Words words) {
        Answer answer = session.mine();
        if (answer == null || session.state() != SessionState.OPEN || session.over(now)) {
            return Optional.empty();
        }
        String word = words.of("mine", answer);
        return Optional.of(
                switch (answer) {
                    case YES -> new StatusBadge(Status.DONE, word);
                    case MAYBE -> new StatusBadge(Status.WAITING, word);
                    case NO -> new StatusBadge(Status.PLAIN, Icon.CLOSE, word);
                });
    }
}
