package org.kvartal.kernel.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.kernel.BeforeMigration;
import org.kvartal.kernel.Schema;

/** The schema changes beside a former version that goes on. */
class CarefulMigrationTests {

    @TempDir
    Path scripts;

    private final Schema schema = TrialDatabase.empty().schema();
    private final List<Duration> waits = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();

    @BeforeEach
    void aFormerVersionIsThere() throws Exception {
        script("V1__things.sql", "CREATE TABLE thing (id int PRIMARY KEY);");
        migration(List.of(), _ -> {}).migrate(flyway());
        script("V2__colours.sql", "ALTER TABLE thing ADD COLUMN colour text;");
    }

    private void script(String name, String text) throws IOException {
        Files.writeString(scripts.resolve(name), text);
    }

    private Flyway flyway() throws SQLException {
        try (var connection = schema.connect()) {
            var server = TestServer.get().server();
            return Flyway.configure()
                    .dataSource(
                            connection.getMetaData().getURL(),
                            server.owner().name(),
                            server.owner().password())
                    .locations("filesystem:" + scripts)
                    .initSql("SET lock_timeout = '50ms'")
                    .load();
        }
    }

    private CarefulMigration migration(List<BeforeMigration> listeners, CarefulMigration.Pause pause) {
        return new CarefulMigration(schema, listeners, time -> {
            waits.add(time);
            pause.of(time);
        });
    }

    private Connection reader() throws SQLException {
        var reader = schema.connect();
        reader.setAutoCommit(false);
        read(reader);
        return reader;
    }

    private static void read(Connection reader) throws SQLException {
        try (var statement = reader.createStatement()) {
            statement.execute("SET LOCAL statement_timeout = '2s'");
            statement.executeQuery("SELECT count(*) FROM thing").close();
        }
    }

    private boolean isColoured() throws SQLException {
        try (var connection = schema.connect();
                var columns = connection.getMetaData().getColumns(null, null, "thing", "colour")) {
            return columns.next();
        }
    }

    @Test
    void aTableInUseIsWaitedForWithoutAQueueBehind() throws Exception {
        try (var busy = reader()) {
            migration(List.of(), _ -> {
                        try (var another = reader()) {
                            read(another);
                            if (waits.size() == 2) {
                                busy.rollback();
                            }
                        } catch (SQLException e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .migrate(flyway());
        }
        assertThat(waits).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(5));
        assertThat(isColoured()).isTrue();
    }

    @Test
    void aTableInUseForMinutesLeavesTheFormerVersionRunning() throws Exception {
        try (var busy = reader()) {
            assertThatExceptionOfType(CannotStart.class)
                    .isThrownBy(() -> migration(List.of(), _ -> {}).migrate(flyway()))
                    .withMessageContaining("the former version goes on");
            read(busy);
        }
        assertThat(waits).hasSize(5);
        assertThat(isColoured()).isFalse();
    }

    @Test
    void beforeAHouseChangesItIsKept() throws Exception {
        List<BeforeMigration> listeners = List.of(
                () -> {
                    throw new UncheckedIOException(new IOException("a full disk"));
                },
                () -> heard.add(isColouredYet()));

        migration(listeners, _ -> {}).migrate(flyway());
        migration(listeners, _ -> {}).migrate(flyway());

        assertThat(heard).containsExactly("not yet");
        assertThat(isColoured()).isTrue();
    }

    private String isColouredYet() {
        try {
            return isColoured() ? "already" : "not yet";
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aNewHouseHasNothingToKeep() throws Exception {
        var empty = TrialDatabase.empty().schema();
        var first = new CarefulMigration(empty, List.of(() -> heard.add("kept")), _ -> {});
        try (var connection = empty.connect()) {
            var server = TestServer.get().server();
            first.migrate(Flyway.configure()
                    .dataSource(
                            connection.getMetaData().getURL(),
                            server.owner().name(),
                            server.owner().password())
                    .locations("filesystem:" + scripts)
                    .load());
        }
        assertThat(heard).isEmpty();
        assertThat(empty.isEmpty()).isFalse();
    }

    @Test
    void noHouseOpensOnWhatWasRestoredInPart() {
        schema.markUnfinished(true);

        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> migration(List.of(), _ -> {}).migrate(flyway()))
                .withMessageContaining("run ./kvartal restore again");
    }
}
