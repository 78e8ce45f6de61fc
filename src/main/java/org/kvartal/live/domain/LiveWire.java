package org.kvartal.live.domain;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.postgresql.PGProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The wire between the nodes: one listening connection per node, and one NOTIFY at most every 50 ms.
 *
 * <p>A NOTIFY carries nothing; whoever hears it reads the new rows. Rows are found by transaction, not by id: everything below the oldest
 * transaction that was running at the last read is settled, so only what may have been missed is read again. A read every 2 s is the net
 * under lost notifications.
 *
 * @see <a href="https://www.postgresql.org/docs/18/functions-info.html#FUNCTIONS-INFO-SNAPSHOT">Transaction ID and Snapshot Information</a>
 */
@Component
class LiveWire implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(LiveWire.class);

    private static final String NEWS = "kvartal_live";
    private static final String WHISPERS = "kvartal_whisper";
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration NET = Duration.ofSeconds(2);
    private static final Duration RETRY = Duration.ofMillis(500);

    /** Beyond any read of news: a connection that a network dropped without a word is given up and opened anew. */
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private final JdbcClient jdbc;
    private final JdbcConnectionDetails database;
    private final Subscriptions changes = new Subscriptions();
    private final Subscriptions whispers = new Subscriptions();
    private final AtomicBoolean asked = new AtomicBoolean();
    private final AtomicBoolean ringing = new AtomicBoolean();

    private volatile @Nullable ScheduledExecutorService bell;
    private volatile boolean running;
    private volatile @Nullable Thread listener;
    private volatile @Nullable Connection line;

    LiveWire(JdbcClient jdbc, JdbcConnectionDetails database) {
        this.jdbc = jdbc;
        this.database = database;
    }

    Subscriptions changes() {
        return changes;
    }

    Subscriptions whispers() {
        return whispers;
    }

    /** Lets every node know that there is news: at once, or with what else comes within the pause. */
    void ring() {
        asked.set(true);
        ScheduledExecutorService executor = bell;
        if (executor != null && ringing.compareAndSet(false, true)) {
            run(executor, () -> tell(executor));
        }
    }

    private void tell(ScheduledExecutorService executor) {
        asked.set(false);
        notify(NEWS, "");
        var _ = executor.schedule(() -> tellWhatCameMeanwhile(executor), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void tellWhatCameMeanwhile(ScheduledExecutorService executor) {
        if (asked.get()) {
            tell(executor);
            return;
        }
        ringing.set(false);
        // Asked between the look and the end of the ringing: nobody else would tell it.
        if (asked.get() && ringing.compareAndSet(false, true)) {
            tell(executor);
        }
    }

    void whisper(String words) {
        ScheduledExecutorService executor = bell;
        if (executor != null) {
            run(executor, () -> notify(WHISPERS, words));
        }
    }

    private void run(ScheduledExecutorService executor, Runnable work) {
        try {
            executor.execute(work);
        } catch (RejectedExecutionException stopping) {
            log.debug("Not told any more: the house is closing");
        }
    }

    private void notify(String channel, String payload) {
        try {
            jdbc.sql("SELECT pg_notify(?, ?)")
                    .params(channel, payload)
                    .query((_, _) -> channel)
                    .list();
        } catch (DataAccessException lost) {
            // The 2 s read of every node finds what was not told.
            log.debug("Not told: {}", lost.getMessage());
        }
    }

    @Override
    public void start() {
        running = true;
        // Taken before any page is open: what is told from now on is heard, even if the line is not there yet.
        Cursor cursor = new Cursor(jdbc.sql("SELECT pg_snapshot_xmin(pg_current_snapshot())::text")
                .query(String.class)
                .single());
        // The bell that stopped may have been ringing.
        ringing.set(false);
        bell = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("live-bell").factory());
        listener = Thread.ofPlatform().daemon().name("live-wire").start(() -> listen(cursor));
    }

    @Override
    public void stop() {
        running = false;
        ScheduledExecutorService executor = bell;
        if (executor != null) {
            executor.shutdownNow();
        }
        closeQuietly(line);
        Thread thread = listener;
        if (thread != null) {
            thread.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Starts before the web server lets anybody in, and stops after the last has left. */
    @Override
    public int getPhase() {
        return 0;
    }

    private void listen(Cursor cursor) {
        boolean complained = false;
        while (running) {
            try (Connection connection = open()) {
                line = connection;
                try (Statement statement = connection.createStatement()) {
                    statement.execute("LISTEN " + NEWS);
                    statement.execute("LISTEN " + WHISPERS);
                }
                complained = false;
                hear(connection, cursor);
            } catch (SQLException lost) {
                if (running && !complained) {
                    log.warn("The live connection to the database was lost, trying again: {}", lost.getMessage());
                    complained = true;
                }
            } finally {
                line = null;
            }
            if (running) {
                LockSupport.parkNanos(RETRY.toNanos());
            }
        }
    }

    private Connection open() throws SQLException {
        Properties properties = new Properties();
        PGProperty.USER.set(properties, database.getUsername());
        PGProperty.PASSWORD.set(properties, database.getPassword());
        PGProperty.APPLICATION_NAME.set(properties, "kvartal live");
        PGProperty.CONNECT_TIMEOUT.set(properties, (int) SILENCE.toSeconds());
        PGProperty.SOCKET_TIMEOUT.set(properties, (int) SILENCE.toSeconds());
        return DriverManager.getConnection(database.getJdbcUrl(), properties);
    }

    private void hear(Connection connection, Cursor cursor) throws SQLException {
        PGConnection postgres = connection.unwrap(PGConnection.class);
        cursor.read(connection).forEach(topic -> changes.tell(topic, ""));
        while (running) {
            PGNotification[] heard = postgres.getNotifications((int) NET.toMillis());
            boolean news = heard == null || heard.length == 0;
            if (heard != null) {
                for (PGNotification notification : heard) {
                    if (notification.getName().equals(NEWS)) {
                        news = true;
                    } else {
                        String words = notification.getParameter();
                        int space = words.indexOf(' ');
                        if (space > 0) {
                            whispers.tell(words.substring(0, space), words.substring(space + 1));
                        }
                    }
                }
            }
            if (news) {
                cursor.read(connection).forEach(topic -> changes.tell(topic, ""));
            }
        }
    }

    private static void closeQuietly(@Nullable Connection connection) {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException closing) {
                log.debug("Closed anyway", closing);
            }
        }
    }

    /** How far this node has read. */
    private static final class Cursor {

        /** Everything below has been read or was rolled back, or happened before this node began. */
        private String settled;

        /** What has been read above the settled part. */
        private Set<Long> seen = new HashSet<>();

        Cursor(String settled) {
            this.settled = settled;
        }

        /** The topics that changed since the last read. */
        Set<String> read(Connection connection) throws SQLException {
            String sql = """
                    SELECT pg_snapshot_xmin(pg_current_snapshot())::text, event.id, event.topic
                    FROM (SELECT 1) AS one
                    LEFT JOIN live_event AS event ON event.transaction >= ?::xid8
                    """;
            Set<String> topics = new LinkedHashSet<>();
            Set<Long> above = new HashSet<>();
            String horizon = settled;
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setString(1, settled);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        horizon = rows.getString(1);
                        long id = rows.getLong(2);
                        if (rows.wasNull()) {
                            continue;
                        }
                        above.add(id);
                        if (!seen.contains(id)) {
                            topics.add(rows.getString(3));
                        }
                    }
                }
            }
            settled = horizon;
            seen = above;
            return topics;
        }
    }
}
