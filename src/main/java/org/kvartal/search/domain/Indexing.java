package org.kvartal.search.domain;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kvartal.search.SearchSource;
import org.kvartal.search.domain.Index.Change;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads again what has changed, a few things per transaction. */
@Component
class Indexing {

    private static final Logger log = LoggerFactory.getLogger(Indexing.class);

    private static final int STEP = 100;

    private final Index index;
    private final ObjectProvider<SearchSource> sources;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Indexing(
            Index index,
            ObjectProvider<SearchSource> sources,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.index = index;
        this.sources = sources;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @return whether there may be more */
    boolean step() {
        boolean due = jdbc.sql("SELECT EXISTS (SELECT 1 FROM search_changed WHERE due <= now())")
                .query(Boolean.class)
                .single();
        if (!due) {
            return false;
        }
        try {
            return step(STEP) == STEP;
        } catch (RuntimeException | Error failed) {
            requireLife(failed);
            // One thing that can't be read keeps no other from being found.
            log.debug("A step is read one by one", failed);
            return one();
        }
    }

    private int step(int limit) {
        Integer taken = transaction.execute(_ -> {
            index.lock();
            List<Change> changes = index.take(limit);
            Map<String, SearchSource> known = known();
            Index.byKind(changes).forEach((kind, ids) -> {
                SearchSource source = known.get(kind);
                if (source != null) {
                    index.renew(source, ids);
                }
            });
            return changes.size();
        });
        return taken == null ? 0 : taken;
    }

    private boolean one() {
        for (int done = 0; done < STEP; done++) {
            try {
                if (step(1) == 0) {
                    return false;
                }
            } catch (RuntimeException | Error failed) {
                requireLife(failed);
                // Where the database itself is away, this fails as well, and everything stays marked.
                transaction.executeWithoutResult(_ -> {
                    index.lock();
                    index.take(1).forEach(change -> {
                        log.error("The search can't read {} {}", change.kind(), change.id(), failed);
                        index.putOff(change);
                    });
                });
            }
        }
        return true;
    }

    /** Lets through what the program can't go on after; a text that goes too deep is no such thing. */
    static void requireLife(Throwable failed) {
        if (failed instanceof VirtualMachineError dying && !(failed instanceof StackOverflowError)) {
            throw dying;
        }
    }

    private Map<String, SearchSource> known() {
        return sources.stream().collect(Collectors.toMap(SearchSource::kind, Function.identity()));
    }
}
