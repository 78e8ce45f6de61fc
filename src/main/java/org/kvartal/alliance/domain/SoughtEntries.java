package org.kvartal.alliance.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.AlliancePages;
import org.kvartal.alliance.EntryContent;
import org.kvartal.alliance.EntryContent.Names;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.search.SearchAudiences;
import org.kvartal.search.SearchDocument;
import org.kvartal.search.SearchSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets what stands in the public directory be found, by all names in every spelling. */
@Component
@Transactional(readOnly = true)
class SoughtEntries implements SearchSource {

    private final JdbcClient jdbc;

    SoughtEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "entry";
    }

    @Override
    public String label() {
        return "alliance.search.entries";
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public Map<UUID, SearchDocument> documents(Collection<UUID> ids) {
        Map<UUID, SearchDocument> documents = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("""
                    SELECT e.id, e.slug, e.content, e.found, e.changed_at FROM entry e
                     WHERE e.id = ANY (:ids) AND e.state = 'CONFIRMED'""").param("ids", ids.toArray(UUID[]::new)).query(row -> {
                SearchDocument document = document(row);
                documents.put(document.id(), document);
            });
        }
        return documents;
    }

    private static SearchDocument document(ResultSet row) throws SQLException {
        EntryContent content = EntryRows.content(row, "");
        List<String> names = new ArrayList<>(content.names().others());
        names.add(content.names().own());
        names.add(row.getString("found"));
        LocalizedText description = content.description();
        return SearchDocument.of(
                        Columns.id(row, "id"),
                        title(content.names()),
                        AlliancePages.inPublic(row.getString("slug")),
                        Columns.moment(row, "changed_at"),
                        Set.of(SearchAudiences.PUBLIC))
                .named(names)
                .saying(description == null ? List.of() : List.of(description));
    }

    private static LocalizedText title(Names names) {
        Map<Language, String> texts = new EnumMap<>(Language.class);
        Language own = Language.of(names.ownLanguage()).orElse(Language.EN);
        texts.put(own, names.own());
        texts.putAll(names.translations());
        return new LocalizedText(own, texts);
    }

    @Override
    public List<UUID> ids(@Nullable UUID after, int limit) {
        return jdbc.sql("SELECT id FROM entry WHERE (:after::uuid IS NULL OR id > :after) ORDER BY id LIMIT :limit")
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> Columns.id(row, "id"))
                .list();
    }
}
