package org.kvartal.testing;

import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** How many rows of a table an act reads, as the database counts them: through a fitting index hardly more than it returns. */
public final class RowsRead {

    private RowsRead() {}

    /** Rows that were read one after another or fetched through an index, by an act in one transaction. */
    public static long during(JdbcClient jdbc, TransactionOperations transaction, String table, Runnable act) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            long before = soFar(jdbc, table);
            act.run();
            return soFar(jdbc, table) - before;
        }));
    }

    private static long soFar(JdbcClient jdbc, String table) {
        return jdbc.sql("""
                SELECT coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0)
                  FROM pg_stat_xact_user_tables
                 WHERE relname = ?""").param(table).query(Long.class).single();
    }
}
