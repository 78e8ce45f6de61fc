package org.kvartal.kernel;

import java.io.IOException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Tells that something could not be written because there is no room left on a disk. */
public final class NoRoom {

    /** What the system says, whatever the language of the messages around it. */
    private static final String SYSTEM = "No space left on device";

    private NoRoom() {}

    /**
     * Whether that is what went wrong.
     *
     * @see <a href="https://www.postgresql.org/docs/18/errcodes-appendix.html">SQLSTATE 53100, disk full, and 25006, read only</a>
     */
    public static boolean behind(Throwable error) {
        for (@Nullable Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException failure
                    && ("53100".equals(failure.getSQLState()) || "25006".equals(failure.getSQLState()))) {
                return true;
            }
            if (cause instanceof IOException
                    && String.valueOf(cause.getMessage()).contains(SYSTEM)) {
                return true;
            }
        }
        return false;
    }
}
