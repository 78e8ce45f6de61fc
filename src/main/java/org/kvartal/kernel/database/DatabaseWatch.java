package org.kvartal.kernel.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.DatabasePresence;
import org.kvartal.kernel.Outage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Asks the database every second, over a connection of its own, whether it is there. Who waits for a connection can't tell a crowd from an
 * outage; this can, so that in an outage nobody waits.
 *
 * @see "Decision record 0165, what happens when something is missing"
 */
@Component
class DatabaseWatch implements SmartLifecycle, DatabasePresence {

    private static final Logger log = LoggerFactory.getLogger(DatabaseWatch.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final String SECONDS = "2";

    private final JdbcConnectionDetails database;
    private final Duration pause;
    private volatile CountDownLatch closing = new CountDownLatch(0);
    private volatile boolean away;
    private @Nullable Connection line;

    @Autowired
    DatabaseWatch(JdbcConnectionDetails database) {
        this(database, PAUSE);
    }

    DatabaseWatch(JdbcConnectionDetails database, Duration pause) {
        this.database = database;
        this.pause = pause;
    }

    /** Whether it could not be reached the last time. A server that turns the watch away, since it takes no more connections, is there. */
    @Override
    public boolean isAway() {
        return away;
    }

    /** Asks now. */
    synchronized void ask() {
        try {
            Connection open = line == null ? connect() : line;
            line = open;
            try (var statement = open.createStatement()) {
                statement.execute("SELECT 1");
            }
            there();
        } catch (SQLException missing) {
            hangUp();
            if (!Outage.behind(missing)) {
                there();
                return;
            }
            // A line that broke says nothing yet: the server may have been restarted long ago.
            if (!away && reconnects()) {
                return;
            }
            if (!away) {
                log.warn("The database is away: {}", missing.getMessage());
            }
            away = true;
        }
    }

    private void there() {
        if (away) {
            log.info("The database is there again");
        }
        away = false;
    }

    private boolean reconnects() {
        try {
            line = connect();
            return true;
        } catch (SQLException refused) {
            return !Outage.behind(refused);
        }
    }

    private Connection connect() throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("user", String.valueOf(database.getUsername()));
        settings.setProperty("password", String.valueOf(database.getPassword()));
        settings.setProperty("ApplicationName", "kvartal-watch");
        settings.setProperty("connectTimeout", SECONDS);
        settings.setProperty("loginTimeout", SECONDS);
        settings.setProperty("socketTimeout", SECONDS);
        return DriverManager.getConnection(database.getJdbcUrl(), settings);
    }

    private void hangUp() {
        Connection open = line;
        line = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException _) {
                // it is gone either way
            }
        }
    }

    private void watch(CountDownLatch until) {
        try {
            while (!until.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                ask();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            hangUp();
        }
    }

    @Override
    public void start() {
        CountDownLatch until = new CountDownLatch(1);
        closing = until;
        Thread.ofPlatform().daemon().name("database-presence").start(() -> watch(until));
    }

    @Override
    public void stop() {
        closing.countDown();
    }

    @Override
    public boolean isRunning() {
        return closing.getCount() > 0;
    }
}
