package org.kvartal.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What was said is found a moment later: a test waits until it is. */
public final class SettledSearch {

    private SettledSearch() {}

    /** Until everything that is marked as changed has been read. */
    public static void await(JdbcClient jdbc, TransactionTemplate transaction) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> Boolean.TRUE.equals(transaction.execute(_ -> {
                    // Behind whoever is reading.
                    jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('search.index'))")
                            .query((_, _) -> 1)
                            .single();
                    return jdbc.sql("SELECT NOT EXISTS (SELECT 1 FROM search_changed WHERE due <= now())")
                            .query(Boolean.class)
                            .single();
                })));
    }
}
