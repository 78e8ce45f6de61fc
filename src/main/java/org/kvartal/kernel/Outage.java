package org.kvartal.kernel;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;

/** Tells an error that passes by itself, because the database is away, from one that has to be looked into. */
public final class Outage {

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
            if (cause instanceof SQLException failure && failure.getSQLState() != null) {
                return failure.getSQLState().startsWith("08")
                        || failure.getSQLState().startsWith("57P");
            }
        }
        return false;
    }
}
