package org.kvartal.membership.domain;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.membership.MembershipPages;
import org.kvartal.search.SearchAudiences;
import org.kvartal.search.SearchDocument;
import org.kvartal.search.SearchSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets bodies be found by everybody, closed ones too: their pages stay. Who is in them is not told here. */
@Component
@Transactional(readOnly = true)
class SoughtBodies implements SearchSource {

    private final JdbcClient jdbc;

    SoughtBodies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "body";
    }

    @Override
    public String label() {
        return "membership.search.bodies";
    }

    @Override
    public int order() {
        return 90;
    }

    @Override
    public Map<UUID, SearchDocument> documents(Collection<UUID> ids) {
        Map<UUID, SearchDocument> documents = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("SELECT b.id, b.slug, b.name, b.purpose, b.opened_at FROM body b WHERE b.id = ANY (:ids)")
                    .param("ids", ids.toArray(UUID[]::new))
                    .query(row -> {
                        LocalizedText purpose = Cards.textOrNull(row, "purpose");
                        SearchDocument document = SearchDocument.of(
                                        Columns.id(row, "id"),
                                        LocalizedText.stored(row.getString("name")),
                                        MembershipPages.body(row.getString("slug")),
                                        Columns.moment(row, "opened_at"),
                                        Set.of(SearchAudiences.PUBLIC))
                                .saying(purpose == null ? List.of() : List.of(purpose));
                        documents.put(document.id(), document);
                    });
        }
        return documents;
    }

    @Override
    public List<UUID> ids(@Nullable UUID after, int limit) {
        return jdbc.sql("SELECT id FROM body WHERE (:after::uuid IS NULL OR id > :after) ORDER BY id LIMIT :limit")
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> Columns.id(row, "id"))
                .list();
    }
}
