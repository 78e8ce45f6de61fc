package org.kvartal.kernel.database;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.BeforeMigration;
import org.kvartal.kernel.Schema;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/**
 * Changes the schema beside a former version that still runs: a lock that is not given within seconds (the setting of the migrations' connection) is
 * given up, so that nobody queues behind it, and asked for again a little later.
 *
 * @see "Decision record 0155, a migration waits for nobody"
 */
@Component
class CarefulMigration implements FlywayMigrationStrategy {

    private static final Logger log = LoggerFactory.getLogger(CarefulMigration.class);
    private static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(20),
            Duration.ofSeconds(30));
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final Schema schema;
    private final List<BeforeMigration> listeners;
    private final Pause pause;

    @Autowired
    CarefulMigration(Schema schema, List<BeforeMigration> listeners) {
        this(schema, listeners, Thread::sleep);
    }

    CarefulMigration(Schema schema, List<BeforeMigration> listeners, Pause pause) {
        this.schema = schema;
        this.listeners = listeners;
        this.pause = pause;
    }

    interface Pause {
        void of(Duration time) throws InterruptedException;
    }

    @Override
    public void migrate(Flyway flyway) {
        if (schema.isUnfinished()) {
            throw new CannotStart(
                    "a backup was being restored into this database and that came to no end: run ./kvartal restore again.");
        }
        var info = flyway.info();
        if (info.applied().length > 0 && info.pending().length > 0) {
            listeners.forEach(CarefulMigration::tell);
        }
        for (var wait : WAITS) {
            try {
                flyway.migrate();
                return;
            } catch (FlywayException e) {
                if (!isLocked(e)) {
                    throw e;
                }
                log.warn("A table is in use; the schema is changed in {} s", wait.toSeconds());
                rest(wait);
            }
        }
        try {
            flyway.migrate();
        } catch (FlywayException e) {
            throw isLocked(e)
                    ? new CannotStart(
                            "the schema can't be changed, since somebody holds a table for minutes; the former version goes on. Start again later.",
                            e)
                    : e;
        }
    }

    private static void tell(BeforeMigration listener) {
        try {
            listener.migrating();
        } catch (RuntimeException e) {
            log.error("What comes before a migration failed", e);
        }
    }

    private void rest(Duration wait) {
        try {
            pause.of(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("the start was interrupted.", e);
        }
    }

    static boolean isLocked(@Nullable Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && LOCK_NOT_AVAILABLE.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
