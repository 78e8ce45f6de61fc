package org.kvartal.forum.domain;

import java.util.Set;
import org.kvartal.forum.SessionId;
import org.kvartal.forum.domain.MinutesBook.Standing;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.PersonId;
import org.kvartal.notifications.Notice;
import org.kvartal.notifications.Notifications;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells whoever was in a session what becomes of its minutes. */
@Component
class MinutesTelling {

    static final String REVIEW = "forum.minutes-review";
    static final String PUBLISHED = "forum.minutes-published";

    private final Notifications notifications;
    private final JdbcClient jdbc;

    MinutesTelling(Notifications notifications, JdbcClient jdbc) {
        this.notifications = notifications;
        this.jdbc = jdbc;
    }

    void review(SessionId session, Standing standing) {
        notifications.tell(new Notice(
                REVIEW + ":" + session + ":" + standing.reviewUntil(), REVIEW, session.value(), attended(session)));
    }

    void published(SessionId session, int edition) {
        notifications.tell(
                new Notice(PUBLISHED + ":" + session + ":" + edition, PUBLISHED, session.value(), attended(session)));
    }

    private Set<PersonId> attended(SessionId session) {
        return Set.copyOf(jdbc.sql("SELECT person FROM attendance WHERE session = :session AND person IS NOT NULL")
                .param("session", session.value())
                .query((row, _) -> Columns.person(row, "person"))
                .list());
    }
}
