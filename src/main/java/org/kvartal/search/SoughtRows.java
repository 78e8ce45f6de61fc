package org.kvartal.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.PlainText;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Things that stand in a table of their module, one to a row.
 *
 * @param table whose {@code id} is the things'
 * @param rows reads those of {@code :ids} that are shown to anybody
 * @param showing makes a document of a row
 */
public record SoughtRows(
        JdbcClient jdbc,
        String kind,
        String label,
        int order,
        boolean isRecalled,
        String table,
        String rows,
        Showing showing)
        implements SearchSource {

    /** What a row says to those who look for it. */
    @FunctionalInterface
    public interface Showing {

        SearchDocument of(ResultSet row) throws SQLException;
    }

    @Override
    public Map<UUID, SearchDocument> documents(Collection<UUID> ids) {
        Map<UUID, SearchDocument> documents = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql(rows)
                    .param("ids", ids.toArray(UUID[]::new))
                    .query((row, _) -> showing.of(row))
                    .list()
                    .forEach(document -> documents.put(document.id(), document));
        }
        return documents;
    }

    @Override
    public List<UUID> ids(@Nullable UUID after, int limit) {
        return ids(jdbc, table, after, limit);
    }

    /** The rows of a table in the order of their ids, behind that one: what a source whose things stand in one table answers. */
    public static List<UUID> ids(JdbcClient jdbc, String table, @Nullable UUID after, int limit) {
        return jdbc.sql("SELECT id FROM " + table
                        + " WHERE (:after::uuid IS NULL OR id > :after) ORDER BY id LIMIT :limit")
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> Columns.id(row, "id"))
                .list();
    }

    /** Texts of which some are missing or empty. */
    public static List<LocalizedText> texts(@Nullable LocalizedText... texts) {
        return Arrays.stream(texts).filter(Objects::nonNull).toList();
    }

    /** A text in one language; null where it says nothing. */
    public static @Nullable LocalizedText text(Language language, @Nullable String words) {
        return words == null || PlainText.line(words).isEmpty() ? null : LocalizedText.of(language, words);
    }

    /** What a message says in every language: a state, say. */
    public static LocalizedText words(Messages messages, String key) {
        Map<Language, String> words = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            words.put(language, messages.text(language, key));
        }
        return new LocalizedText(Language.EN, words);
    }
}
