package org.kvartal.search.domain;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Columns;
import org.kvartal.search.SearchSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads everything once, in small steps beside the work of the house: kinds that are new, and all of them when words are stemmed in another way. A killed program goes on
 * where it had come to.
 */
@Component
class Rebuild {

    private static final int STEP = 100;

    private final Index index;
    private final ObjectProvider<SearchSource> sources;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Rebuild(
            Index index,
            ObjectProvider<SearchSource> sources,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.index = index;
        this.sources = sources;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Begins with everything that was not read as words are stemmed now, and reads a few things. @return whether there is more */
    boolean step() {
        for (SearchSource source : sources.stream().toList()) {
            if (!isSettled(source.kind())) {
                transaction.executeWithoutResult(_ -> {
                    index.lock();
                    read(source);
                });
                return true;
            }
        }
        return false;
    }

    /** Lets everything be read anew. */
    void again() {
        jdbc.sql("UPDATE search_rebuild SET position = NULL, settled_at = NULL").update();
    }

    private boolean isSettled(String kind) {
        return jdbc.sql("""
                SELECT EXISTS (SELECT 1 FROM search_rebuild
                                WHERE kind = :kind AND version >= :version AND settled_at IS NOT NULL)""")
                .param("kind", kind)
                .param("version", Stemming.VERSION)
                .query(Boolean.class)
                .single();
    }

    private void read(SearchSource source) {
        UUID after = position(source.kind());
        List<UUID> ids = source.ids(after, STEP);
        boolean last = ids.size() < STEP;
        index.renew(source, ids);
        index.keepOnly(source.kind(), ids, after, last ? null : ids.getLast());
        jdbc.sql("""
                INSERT INTO search_rebuild (kind, version, position, settled_at)
                VALUES (:kind, :version, :position::uuid, CASE WHEN :last THEN now() END)
                ON CONFLICT (kind) DO UPDATE
                   SET version = excluded.version, position = excluded.position, settled_at = excluded.settled_at""")
                .param("kind", source.kind())
                .param("version", Stemming.VERSION)
                .param("position", last ? null : ids.getLast())
                .param("last", last)
                .update();
    }

    private @Nullable UUID position(String kind) {
        return jdbc.sql("""
                SELECT position FROM search_rebuild
                 WHERE kind = :kind AND version = :version AND settled_at IS NULL AND position IS NOT NULL""")
                .param("kind", kind)
                .param("version", Stemming.VERSION)
                .query((row, _) -> Columns.id(row, "position"))
                .optional()
                .orElse(null);
    }
}
