package org.kvartal.forum.domain;

import java.time.Instant;
import org.kvartal.forum.ItemId;
import org.kvartal.forum.SessionId;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How long items are spoken of: spans, of which one at most runs in a session. The caller has locked it. */
@Component
class ItemClock {

    private final JdbcClient jdbc;

    ItemClock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void go(SessionId session, ItemId item, Instant now) {
        stop(session, now);
        jdbc.sql("INSERT INTO item_span (id, session, item, began_at) VALUES (:id, :session, :item, :now)")
                .param("id", Ids.next())
                .param("session", session.value())
                .param("item", item.value())
                .param("now", Columns.moment(now))
                .update();
    }

    /** A machine whose clock was set back ends a span where it began. */
    void stop(SessionId session, Instant now) {
        jdbc.sql("""
                UPDATE item_span SET ended_at = greatest(began_at, :now) WHERE session = :session AND ended_at IS NULL""")
                .param("session", session.value())
                .param("now", Columns.moment(now))
                .update();
    }

    boolean runs(SessionId session) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM item_span WHERE session = :session AND ended_at IS NULL)")
                .param("session", session.value())
                .query(Boolean.class)
                .single();
    }

    void forget(SessionId session) {
        jdbc.sql("DELETE FROM item_span WHERE session = :session")
                .param("session", session.value())
                .update();
    }
}
