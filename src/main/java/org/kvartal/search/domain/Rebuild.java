package org.kvartal.search.domain;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Columns;
import org.kvartal.search.SearchSource;
import org.kvartal.search.domain.Index.Change;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

    private static final Logger log = LoggerFactory.getLogger(Rebuild.class);

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
                read(source);
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
        try {
            transaction.executeWithoutResult(_ -> {
                index.lock();
                List<UUID> ids = source.ids(after, STEP);
                index.renew(source, ids);
                settle(source, ids, after);
            });
        } catch (RuntimeException | Error failed) {
            Indexing.requireLife(failed);
            // One thing that can't be read keeps none behind it from being read.
            log.debug("A step is read one by one", failed);
            source.ids(after, STEP).forEach(id -> one(source, id));
            transaction.executeWithoutResult(_ -> {
                index.lock();
                // What has come since then was marked as changed.
                settle(source, source.ids(after, STEP), after);
            });
        }
    }

    private void one(SearchSource source, UUID id) {
        try {
            transaction.executeWithoutResult(_ -> {
                index.lock();
                index.renew(source, List.of(id));
            });
        } catch (RuntimeException | Error failed) {
            Indexing.requireLife(failed);
            log.error("The search can't read {} {}", source.kind(), id, failed);
            // Where the database itself is away, this fails as well, and the next run begins here.
            transaction.executeWithoutResult(_ -> {
                index.lock();
                index.putOff(new Change(source.kind(), id, 0));
            });
        }
    }

    private void settle(SearchSource source, List<UUID> ids, @Nullable UUID after) {
        boolean last = ids.size() < STEP;
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
