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

/** Shows posts in trails to those who may read them; one that was taken away keeps its place without its words. */
@Component
class TracedPosts implements TraceSubject {

    private final Audience audience;
    private final JdbcClient jdbc;

    TracedPosts(Audience audience, JdbcClient jdbc) {
        this.audience = audience;
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return DiscussionsPages.TRACED_POST;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, TraceCard> cards(Asker asker, Collection<UUID> ids, Language language) {
        Map<UUID, TraceCard> cards = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("""
                    SELECT p.id, p.number AS post, p.excerpt, p.language AS said_in, p.deleted_at IS NOT NULL AS gone, p.posted_at,
                           t.number, t.title, t.language, s.visibility
                      FROM post p JOIN thread t ON t.id = p.thread JOIN space s ON s.id = t.space
                     WHERE p.id = ANY (:ids) AND s.visibility = ANY (:visible)""")
                    .param("ids", ids.toArray(UUID[]::new))
                    .param("visible", RowReads.names(audience.readable(asker)))
                    .query(row -> {
                        long number = row.getLong("number");
                        int post = row.getInt("post");
                        boolean gone = row.getBoolean("gone");
                        boolean open = Audience.mayGuestRead(Visibility.valueOf(row.getString("visibility")));
                        cards.put(
                                Columns.id(row, "id"),
                                new TraceCard(
                                        gone ? row.getString("title") + " #" + post : row.getString("excerpt"),
                                        Columns.language(row, gone ? "language" : "said_in"),
                                        null,
                                        null,
                                        Columns.moment(row, "posted_at"),
                                        open ? DiscussionsPages.inPublic(number, post) : null,
                                        DiscussionsPages.inWorkspace(number, post)));
                    });
        }
        return cards;
    }
}
