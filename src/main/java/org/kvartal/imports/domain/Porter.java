package org.kvartal.imports.domain;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.imports.ImportKind;
import org.kvartal.imports.ImportState;
import org.kvartal.imports.Imports;
import org.kvartal.imports.RowProblem;
import org.kvartal.imports.RowState;
import org.kvartal.imports.domain.RowBook.Outcome;
import org.kvartal.imports.domain.RowBook.Said;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.Refused;
import org.kvartal.live.Live;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries rows in and out, some hundred at a time. Each stretch is one transaction under the import's lock that also notes how far the work has
 * come: whoever goes on, here or on another node, after a minute or a power cut, goes on behind it, and no row is carried twice.
 *
 * @see "Decision record 0050, imports"
 */
@Component
class Porter {

    private static final Logger log = LoggerFactory.getLogger(Porter.class);

    private static final int CHECKED_AT_ONCE = 500;
    private static final int CARRIED_AT_ONCE = 100;

    private final ImportBatchRepository batches;
    private final RowBook rows;
    private final Steps steps;
    private final Kinds kinds;
    private final Live live;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Porter(
            ImportBatchRepository batches,
            RowBook rows,
            Steps steps,
            Kinds kinds,
            Live live,
            TransactionTemplate transaction,
            Clock clock) {
        this.batches = batches;
        this.rows = rows;
        this.steps = steps;
        this.kinds = kinds;
        this.live = live;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Does the next stretch of an import; tells whether there is more to do. */
    boolean goOn(UUID id) {
        try {
            return stretch(id, Integer.MAX_VALUE);
        } catch (Forbidden withdrawn) {
            stop(id);
            return false;
        } catch (RuntimeException failed) {
            if (isPassing(failed)) {
                throw failed;
            }
            log.info("Import {} goes on row by row: {}", id, failed.toString());
            return oneByOne(id);
        }
    }

    private boolean oneByOne(UUID id) {
        boolean more = true;
        int failures = 0;
        for (int i = 0; more && i < CARRIED_AT_ONCE; i++) {
            try {
                more = stretch(id, 1);
            } catch (Forbidden withdrawn) {
                stop(id);
                return false;
            } catch (Refused refused) {
                more = leave(id, RowProblem.of(refused));
            } catch (RuntimeException failed) {
                if (isPassing(failed)) {
                    throw failed;
                }
                // A kind that fails at each of 50 000 rows need not fill the log to be found out.
                if (failures++ == 0) {
                    log.error("A row of import {} failed", id, failed);
                }
                more = leave(id, RowProblem.because("imports.problem.fault"));
            }
        }
        return more;
    }

    private boolean stretch(UUID id, int atMost) {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            Optional<ImportBatch> found =
                    batches.lock(id).filter(batch -> batch.state().atWork());
            if (found.isEmpty()) {
                return false;
            }
            ImportBatch batch = found.get();
            Optional<ImportKind> kind = kinds.find(batch.kind());
            if (kind.isEmpty()) {
                batch.stop("imports.trouble.kind", clock.instant());
                return false;
            }
            List<Outcome> outcomes = next(batch, kind.get(), atMost);
            return noted(batch, outcomes);
        }));
    }

    private List<Outcome> next(ImportBatch batch, ImportKind kind, int atMost) {
        return switch (batch.state()) {
            case CHECKING -> steps.check(batch, kind, Math.min(atMost, CHECKED_AT_ONCE));
            case BRINGING_IN -> steps.bringIn(batch, kind, Math.min(atMost, CARRIED_AT_ONCE));
            case TAKING_BACK -> steps.takeBack(batch, kind, Math.min(atMost, CARRIED_AT_ONCE));
            case CHECKED, DONE, TAKEN_BACK -> List.of();
        };
    }

    /** Leaves the next row where it is, saying why. */
    private boolean leave(UUID id, RowProblem why) {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            Optional<ImportBatch> found =
                    batches.lock(id).filter(batch -> batch.state().atWork());
            if (found.isEmpty()) {
                return false;
            }
            ImportBatch batch = found.get();
            List<Outcome> outcomes = left(batch, Said.of(why)).stream().toList();
            if (!outcomes.isEmpty()) {
                rows.settle(batch, outcomes);
            }
            return noted(batch, outcomes);
        }));
    }

    private Optional<Outcome> left(ImportBatch batch, Said said) {
        if (batch.state() == ImportState.TAKING_BACK) {
            return rows.nextHeld(batch, 1).stream()
                    .findFirst()
                    .map(held -> new Outcome(
                            held.thing().line(),
                            held.state(),
                            RowState.KEPT,
                            held.thing().subject(),
                            held.thing().mark(),
                            said));
        }
        RowState from = batch.state() == ImportState.CHECKING ? RowState.WAITING : RowState.NEW;
        return rows.next(batch, from, 1).stream()
                .findFirst()
                .map(row -> new Outcome(row.line(), from, RowState.INVALID, null, null, said));
    }

    private boolean noted(ImportBatch batch, List<Outcome> outcomes) {
        boolean more = !outcomes.isEmpty();
        if (more) {
            batch.passed(outcomes, clock.instant());
        } else {
            batch.settle(clock.instant());
            live.changed(LiveTopics.ALL);
        }
        live.changed(Imports.topic(batch.id()));
        return more;
    }

    private void stop(UUID id) {
        transaction.executeWithoutResult(_ -> batches.lock(id)
                .filter(batch -> batch.state().atWork())
                .ifPresent(batch -> {
                    batch.stop("imports.trouble.forbidden", clock.instant());
                    live.changed(Imports.topic(batch.id()));
                    live.changed(LiveTopics.ALL);
                }));
    }

    /** Whether the same may go well a little later: the database is away, or two transactions stood in each other's way. */
    private static boolean isPassing(RuntimeException failed) {
        for (@Nullable Throwable cause = failed; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case TransientDataAccessException _,
                        RecoverableDataAccessException _,
                        DataAccessResourceFailureException _,
                        CannotCreateTransactionException _,
                        SQLTransientException _,
                        SQLRecoverableException _ -> {
                    return true;
                }
                case SQLException sql
                when isAway(sql.getSQLState()) -> {
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }

    /** Connections that failed, and a server that goes down or comes up (PostgreSQL, Appendix A). */
    private static boolean isAway(@Nullable String sqlState) {
        return sqlState != null && (sqlState.startsWith("08") || sqlState.startsWith("57P"));
    }
}
