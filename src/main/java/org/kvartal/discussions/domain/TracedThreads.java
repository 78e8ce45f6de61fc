package org.kvartal.discussions.domain;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.kvartal.discussions.Conversations.Visibility;
import org.kvartal.discussions.DiscussionsPages;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Language;
import org.kvartal.trace.TraceCard;
import org.kvartal.trace.TraceSubject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows threads in trails to those who may read them. */
@Component
class TracedThreads implements TraceSubject {

    private final Audience audience;
    private final JdbcClient jdbc;

    TracedThreads(Audience audience, JdbcClient jdbc) {
        this.audience = audience;
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return DiscussionsPages.TRACED_THREAD;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, TraceCard> cards(Asker asker, Collection<UUID> ids, Language language) {
        Map<UUID, TraceCard> cards = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("""
                    SELECT t.id, t.number, t.title, t.language, t.started_at, s.visibility
                      FROM thread t JOIN space s ON s.id = t.space
                     WHERE t.id = ANY (:ids) AND s.visibility = ANY (:visible)""")
                    .param("ids", ids.toArray(UUID[]::new))
                    .param("visible", RowReads.names(audience.readable(asker)))
                    .query(row -> {
                        long number = row.getLong("number");
                        boolean open = Audience.mayGuestRead(Visibility.valueOf(row.getString("visibility")));
                        cards.put(
                                Columns.id(row, "id"),
                                new TraceCard(
                                        row.getString("title"),
                                        Columns.language(row, "language"),
                                        null,
                                        null,
                                        Columns.moment(row, "started_at"),
                                        open ? DiscussionsPages.inPublic(number) : null,
                                        DiscussionsPages.inWorkspace(number)));
                    });
        }
        return cards;
    }
}
