package org.kvartal.discussions.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.kvartal.audit.AuditedAct;
import org.kvartal.audit.AuditedThing;
import org.kvartal.audit.AuditedThings;
import org.kvartal.discussions.DiscussionsPages;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Reader;
import org.kvartal.shell.ShellPages;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Names the posts, threads and spaces that stand in the audit trail. */
@Component
class AuditedTalk implements AuditedThings {

    private static final String POST = "discussions.post";
    static final String THREAD = "discussions.thread";
    private static final String SPACE = "discussions.space";

    private final Audience audience;
    private final JdbcClient jdbc;

    AuditedTalk(Audience audience, JdbcClient jdbc) {
        this.audience = audience;
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(POST, THREAD, SPACE);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Long, AuditedThing> things(Reader reader, List<AuditedAct> acts) {
        Map<UUID, AuditedThing> named = new HashMap<>();
        String[] readable =
                audience.readable(reader.asker()).stream().map(Enum::name).toArray(String[]::new);
        named.putAll(posts(AuditedThings.ids(acts, POST), readable));
        named.putAll(threads(AuditedThings.ids(acts, THREAD), readable));
        named.putAll(spaces(AuditedThings.ids(acts, SPACE), readable, reader.language()));
        Map<Long, AuditedThing> things = new HashMap<>();
        for (AuditedAct act : acts) {
            AuditedThing thing = named.get(act.subject().id());
            if (thing != null) {
                things.put(act.number(), thing);
            }
        }
        return things;
    }

    private Map<UUID, AuditedThing> posts(UUID[] ids, String[] readable) {
        Map<UUID, AuditedThing> posts = new HashMap<>();
        if (ids.length > 0) {
            jdbc.sql("""
                    SELECT p.id, p.number AS post, t.number AS thread, t.title, t.language
                      FROM post p JOIN thread t ON t.id = p.thread JOIN space s ON s.id = t.space
                     WHERE p.id = ANY (:ids) AND s.visibility = ANY (:readable)
                    """).param("ids", ids).param("readable", readable).query(row -> {
                posts.put(
                        Columns.id(row, "id"),
                        new AuditedThing(
                                row.getString("title") + " #" + row.getInt("post"),
                                Columns.language(row, "language"),
                                DiscussionsPages.inWorkspace(row.getLong("thread"), row.getInt("post"))));
            });
        }
        return posts;
    }

    private Map<UUID, AuditedThing> threads(UUID[] ids, String[] readable) {
        Map<UUID, AuditedThing> threads = new HashMap<>();
        if (ids.length > 0) {
            jdbc.sql("""
                    SELECT t.id, t.number, t.title, t.language
                      FROM thread t JOIN space s ON s.id = t.space
                     WHERE t.id = ANY (:ids) AND s.visibility = ANY (:readable)
                    """).param("ids", ids).param("readable", readable).query(row -> {
                threads.put(
                        Columns.id(row, "id"),
                        new AuditedThing(
                                row.getString("title"),
                                Columns.language(row, "language"),
                                DiscussionsPages.inWorkspace(row.getLong("number"))));
            });
        }
        return threads;
    }

    private Map<UUID, AuditedThing> spaces(UUID[] ids, String[] readable, Language language) {
        Map<UUID, AuditedThing> spaces = new HashMap<>();
        if (ids.length > 0) {
            jdbc.sql("SELECT id, name, address FROM space WHERE id = ANY (:ids) AND visibility = ANY (:readable)")
                    .param("ids", ids)
                    .param("readable", readable)
                    .query(row -> {
                        LocalizedText name = LocalizedText.stored(row.getString("name"));
                        spaces.put(
                                Columns.id(row, "id"),
                                new AuditedThing(
                                        name.in(language),
                                        name.shownIn(language),
                                        ShellPages.path(DiscussionsPages.THREADS) + "?space="
                                                + row.getString("address")));
                    });
        }
        return spaces;
    }
}
