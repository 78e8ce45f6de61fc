package org.kvartal.discussions.domain;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.kvartal.discussions.DiscussionsPages;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;
import org.kvartal.notifications.FollowedPlaces;
import org.kvartal.shell.ShellPages;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Names the threads and spaces that somebody follows and may read. */
@Component
class FollowedTalk implements FollowedPlaces {

    private final Audience audience;
    private final JdbcClient jdbc;

    FollowedTalk(Audience audience, JdbcClient jdbc) {
        this.audience = audience;
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, Place> places(PersonId reader, Collection<UUID> places, Language language) {
        Map<UUID, Place> named = new HashMap<>();
        String[] visible = RowReads.names(audience.readable(Asker.of(reader)));
        jdbc.sql("""
                SELECT t.id, t.title, t.language, t.number, NULL AS name, NULL AS address
                  FROM thread t JOIN space s ON s.id = t.space
                 WHERE t.id = ANY (:places) AND s.visibility = ANY (:visible)
                UNION ALL
                SELECT id, NULL, NULL, NULL, name::text, address FROM space WHERE id = ANY (:places) AND visibility = ANY (:visible)
                """)
                .param("places", places.toArray(UUID[]::new))
                .param("visible", visible)
                .query(row -> {
                    String name = row.getString("name");
                    if (name == null) {
                        named.put(
                                Columns.id(row, "id"),
                                new Place(
                                        row.getString("title"),
                                        Columns.language(row, "language"),
                                        DiscussionsPages.inWorkspace(row.getLong("number"))));
                    } else {
                        LocalizedText text = LocalizedText.stored(name);
                        named.put(
                                Columns.id(row, "id"),
                                new Place(
                                        text.in(language),
                                        text.shownIn(language),
                                        ShellPages.path(DiscussionsPages.THREADS) + "?space="
                                                + row.getString("address")));
                    }
                });
        return named;
    }
}
