package org.kvartal.forum.domain;

import org.kvartal.forum.ForumPages;
import org.kvartal.forum.ForumTopics;
import org.kvartal.forum.SessionId;
import org.kvartal.kernel.Columns;
import org.kvartal.live.Live;
import org.kvartal.trace.TraceGrown;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Pages that say what became of outcomes read again as soon as something was made of one. */
@Component
class GrownOutcomes {

    private final Live live;
    private final JdbcClient jdbc;

    GrownOutcomes(Live live, JdbcClient jdbc) {
        this.live = live;
        this.jdbc = jdbc;
    }

    @EventListener
    void on(TraceGrown fact) {
        if (fact.strand().from().kind().equals(ForumPages.TRACED_OUTCOME)) {
            jdbc.sql("SELECT i.session FROM outcome o JOIN agenda_item i ON i.id = o.item WHERE o.id = :id")
                    .param("id", fact.strand().from().id())
                    .query((row, _) -> new SessionId(Columns.id(row, "session")))
                    .optional()
                    .ifPresent(session -> live.changed(ForumTopics.minutes(session)));
        }
    }
}
