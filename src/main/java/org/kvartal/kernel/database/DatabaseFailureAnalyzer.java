package org.kvartal.kernel.database;

import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in a sentence that the database server does not answer, or does not let Kvartal in. */
final class DatabaseFailureAnalyzer extends AbstractFailureAnalyzer<PSQLException> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, PSQLException cause) {
        var state = cause.getSQLState() == null ? "" : cause.getSQLState();
        var unreachable = state.startsWith("08");
        var refused = state.startsWith("28") || state.equals("3D000");
        return unreachable || refused
                ? new FailureAnalysis(
                        "the database " + (unreachable ? "does not answer" : "does not let Kvartal in") + ": "
                                + cause.getMessage(),
                        null,
                        cause)
                : null;
    }
}
