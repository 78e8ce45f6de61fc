package org.kvartal.discussions.domain;

import java.util.Collection;
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

/** Names the posts and spaces that stand in the audit trail. */
@Component
class AuditedTalk implements AuditedThings {

    private static final String POST = "discussions.post";
    private static final String SPACE = "discussions.space";

    private final JdbcClient jdbc;

    AuditedTalk(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(POST, SPACE);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Long, AuditedThing> things(Reader reader, List<AuditedAct> acts) {
        Map<UUID, AuditedThing> named = new HashMap<>();
        named.putAll(posts(ids(acts, POST)));
        named.putAll(spaces(ids(acts, SPACE), reader.language()));
        Map<Long, AuditedThing> things = new HashMap<>();
        for (AuditedAct act : acts) {
            AuditedThing thing = named.get(act.subject().id());
            if (thing != null) {
                things.put(act.number(), thing);
            }
        }
        return things;
    }

    private Map<UUID, AuditedThing> posts(Collection<UUID> ids) {
        Map<UUID, AuditedThing> posts = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("""
                    SELECT p.id, p.number AS post, t.number AS thread, t.title, t.language
                      FROM post p JOIN thread t ON t.id = p.thread WHERE p.id = ANY (:ids)
                    """).param("ids", ids.toArray(UUID[]::new)).query(row -> {
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

    private Map<UUID, AuditedThing> spaces(Collection<UUID> ids, Language language) {
        Map<UUID, AuditedThing> spaces = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("SELECT id, name, address FROM space WHERE id = ANY (:ids)")
                    .param("ids", ids.toArray(UUID[]::new))
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

    private static Collection<UUID> ids(List<AuditedAct> acts, String kind) {
        return acts.stream()
                .filter(act -> act.subject().kind().equals(kind))
                .map(act -> act.subject().id())
                .distinct()
                .toList();
    }
}
