package org.kvartal.kernel.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.kernel.DiskRoom;
import org.kvartal.kernel.Outage;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** While the database is away nobody waits for it, and a proxy sends nobody. */
class DatabaseWatchTests {

    @Test
    void anOutageIsKnownAtOnceAndNobodyWaitsInIt(@TempDir Path folder) throws SQLException {
        EmbeddedServer server = EmbeddedServer.start(folder, TestServer.PROGRAMS, TestServer.FORGETFUL);
        String url = server.url(EmbeddedServer.DATABASE);
        PGSimpleDataSource pool = new PGSimpleDataSource();
        pool.setUrl(url);
        pool.setUser(server.application().name());
        pool.setPassword(server.application().password());
        DatabaseWatch watch = new DatabaseWatch(details(() -> url, server), Duration.ofHours(1));
        ImpatientPool impatient = impatient(pool, watch);
        DatabaseHealth health = new DatabaseHealth(watch);
        watch.ask();
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        impatient.getConnection().close();

        server.close();
        watch.ask();

        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.health().getDetails()).isEmpty();
        assertThatThrownBy(impatient::getConnection)
                .isInstanceOf(SQLTransientConnectionException.class)
                .satisfies(away -> assertThat(Outage.behind(away)).isTrue());
    }

    @Test
    void whoeverWaitsAlreadyWaitsNoLonger(@TempDir Path folder) throws Exception {
        EmbeddedServer server = EmbeddedServer.start(folder, TestServer.PROGRAMS, TestServer.FORGETFUL);
        DatabaseWatch watch = watching(server);
        try (HikariDataSource pool = poolOfOne(server);
                ExecutorService guests = Executors.newSingleThreadExecutor()) {
            ImpatientPool impatient = impatient(pool, watch);
            try (Connection _ = impatient.getConnection()) {
                Future<Connection> waiting = guests.submit(() -> impatient.getConnection());
                await().until(() -> pool.getHikariPoolMXBean().getThreadsAwaitingConnection() == 1);

                server.close();
                watch.ask();

                assertThatThrownBy(() -> waiting.get(30, TimeUnit.SECONDS))
                        .cause()
                        .satisfies(away -> assertThat(Outage.behind(away)).isTrue());
            }
        }
    }

    @Test
    void aTransactionWhoseConnectionBreaksEndsAsAnOutage(@TempDir Path folder) throws SQLException {
        EmbeddedServer server = EmbeddedServer.start(folder, TestServer.PROGRAMS, TestServer.FORGETFUL);
        try (HikariDataSource pool = poolOfOne(server);
                Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SELECT 1");
            server.close();

            assertThatThrownBy(() -> statement.execute("SELECT 1"))
                    .satisfies(broken -> assertThat(Outage.behind(broken)).isTrue());
            assertThatThrownBy(connection::rollback)
                    .as("the error that is left, where the end of a transaction fails too")
                    .satisfies(left -> assertThat(Outage.behind(left)).isTrue());
        }
    }

    @Test
    void inACrowdOneWaitsUntilSomebodyGivesAConnectionBack(@TempDir Path folder) throws Exception {
        try (EmbeddedServer server = EmbeddedServer.start(folder, TestServer.PROGRAMS, TestServer.FORGETFUL);
                HikariDataSource pool = poolOfOne(server);
                ExecutorService guests = Executors.newSingleThreadExecutor()) {
            AtomicInteger stretches = new AtomicInteger();
            DataSource counted = new DelegatingDataSource(pool) {
                @Override
                public Connection getConnection() throws SQLException {
                    stretches.incrementAndGet();
                    return super.getConnection();
                }
            };
            ImpatientPool impatient = impatient(counted, watching(server));
            Connection mine = impatient.getConnection();
            Future<Connection> waiting = guests.submit(() -> impatient.getConnection());
            await().until(() -> stretches.get() > 3);

            mine.close();

            waiting.get(30, TimeUnit.SECONDS).close();
        }
    }

    @Test
    void aBrokenLineIsNoOutage(@TempDir Path folder) throws SQLException {
        try (EmbeddedServer server = EmbeddedServer.start(folder, TestServer.PROGRAMS, TestServer.FORGETFUL)) {
            DatabaseWatch watch = watching(server);
            watch.ask();

            asAdministrator(
                    server,
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'kvartal-watch'");
            watch.ask();

            assertThat(watch.isAway()).isFalse();
        }
    }

    @Test
    void aServerThatTurnsTheWatchAwayIsThere(@TempDir Path folder) throws SQLException {
        try (EmbeddedServer server = EmbeddedServer.start(folder, TestServer.PROGRAMS, TestServer.FORGETFUL)) {
            DatabaseWatch watch = watching(server);
            asAdministrator(server, "ALTER ROLE " + server.application().name() + " CONNECTION LIMIT 0");

            watch.ask();

            assertThat(watch.isAway()).isFalse();
        }
    }

    @Test
    void aServerThatComesBackIsThereAgain(@TempDir Path folder) {
        AtomicReference<String> url = new AtomicReference<>();
        EmbeddedServer server = EmbeddedServer.start(folder, TestServer.PROGRAMS, TestServer.FORGETFUL);
        url.set(server.url(EmbeddedServer.DATABASE));
        DatabaseWatch watch = new DatabaseWatch(details(url::get, server), Duration.ofHours(1));
        server.close();
        watch.ask();
        assertThat(watch.isAway()).isTrue();

        try (EmbeddedServer anew = EmbeddedServer.start(folder, TestServer.PROGRAMS, TestServer.FORGETFUL)) {
            url.set(anew.url(EmbeddedServer.DATABASE));
            watch.ask();

            assertThat(watch.isAway()).isFalse();
        }
    }

    @Test
    void aHouseThatRestsAndGoesOnIsWatchedAgain(@TempDir Path folder) {
        EmbeddedServer server = EmbeddedServer.start(folder, TestServer.PROGRAMS, TestServer.FORGETFUL);
        String url = server.url(EmbeddedServer.DATABASE);
        DatabaseWatch watch = new DatabaseWatch(details(() -> url, server), Duration.ofMillis(20));
        watch.start();
        watch.stop();
        assertThat(watch.isRunning()).isFalse();

        watch.start();
        server.close();

        assertThat(watch.isRunning()).isTrue();
        await().atMost(Duration.ofSeconds(30)).until(watch::isAway);
        watch.stop();
    }

    private static HikariDataSource poolOfOne(EmbeddedServer server) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(server.url(EmbeddedServer.DATABASE));
        pool.setUsername(server.application().name());
        pool.setPassword(server.application().password());
        pool.setMaximumPoolSize(1);
        pool.setConnectionTimeout(250);
        return pool;
    }

    /** Lets whoever comes wait for an hour in a crowd. */
    private static ImpatientPool impatient(DataSource pool, DatabaseWatch watch) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("watch", watch);
        return new ImpatientPool(
                pool,
                beans.getBeanProvider(DatabaseWatch.class),
                beans.getBeanProvider(DiskRoom.class),
                Duration.ofHours(1));
    }

    private static DatabaseWatch watching(EmbeddedServer server) {
        String url = server.url(EmbeddedServer.DATABASE);
        return new DatabaseWatch(details(() -> url, server), Duration.ofHours(1));
    }

    private static void asAdministrator(EmbeddedServer server, String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        server.url(EmbeddedServer.DATABASE),
                        server.administrator().name(),
                        server.administrator().password());
                Statement line = connection.createStatement()) {
            line.execute(statement);
        }
    }

    private static JdbcConnectionDetails details(Supplier<String> url, EmbeddedServer server) {
        return new JdbcConnectionDetails() {
            @Override
            public String getJdbcUrl() {
                return url.get();
            }

            @Override
            public String getUsername() {
                return server.application().name();
            }

            @Override
            public String getPassword() {
                return server.application().password();
            }
        };
    }
}
