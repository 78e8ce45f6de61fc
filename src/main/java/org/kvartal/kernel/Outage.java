package org.kvartal.kernel;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;

/** Tells an error that passes by itself, because the database is away, from one that has to be looked into. */
public final class Outage {

    /**
     * What the pool says, without a state, of a connection that broke under a transaction. The end of the transaction meets it, and its error takes the place of
     * the one that told what had happened.
     */
    private static final String BROKEN = "Connection is closed";

    private Outage() {}

    /**
     * Whether the database could not be reached.
     *
     * @see <a href="https://www.postgresql.org/docs/18/errcodes-appendix.html">SQLSTATE classes 08, connection, and 57P, shutdown</a>
     */
    public static boolean behind(Throwable error) {
        for (@Nullable Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException) {
                return true;
            }
            if (cause instanceof SQLException failure) {
                String state = failure.getSQLState();
                if (state != null) {
                    return state.startsWith("08") || state.startsWith("57P");
                }
                if (BROKEN.equals(failure.getMessage())) {
                    return true;
                }
            }
        }
        return false;
    }
}
