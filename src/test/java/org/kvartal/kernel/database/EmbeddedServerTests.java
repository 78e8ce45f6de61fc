package org.kvartal.kernel.database;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kvartal.kernel.database.EmbeddedServer.Account;
import org.springframework.util.FileSystemUtils;

class EmbeddedServerTests {

    /** What promise F2 allows for a recovery. */
    private static final Duration RECOVERY = Duration.ofSeconds(10);

    private static final Path FOLDER =
            Path.of("target", "embedded-server-tests-" + ProcessHandle.current().pid());

    private EmbeddedServer server;

    @BeforeEach
    void start() {
        server = EmbeddedServer.start(FOLDER, TestServer.PROGRAMS, Map.of());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @AfterAll
    static void cleanUp() throws IOException {
        FileSystemUtils.deleteRecursively(FOLDER);
    }

    @Test
    void whatIsCommittedIsOnDisk() throws SQLException {
        for (var setting : List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums")) {
            assertThat(ask("SHOW " + setting)).as(setting).isEqualTo("on");
        }
    }

    @Test
    void itIsReachedFromThisMachineAloneAndByNoSocketFile() throws SQLException {
        assertThat(ask("SHOW listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(ask("SHOW unix_socket_directories")).isEmpty();
    }

    @Test
    void itSpeaksUnicodeAndSortsTheSameOnEveryMachine() throws SQLException {
        assertThat(ask("SHOW server_encoding")).isEqualTo("UTF8");
        assertThat(ask("SELECT datlocprovider::text || datlocale FROM pg_database WHERE datname = current_database()"))
                .isEqualTo("bC.UTF-8");
    }

    @Test
    void nobodyEntersWithoutThePassword() throws IOException {
        for (var account : List.of(server.administrator(), server.owner(), server.application())) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> server.connect("postgres", new Account(account.name(), "guessed")))
                    .matches(e -> "28P01".equals(e.getSQLState()));
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(FOLDER.resolve("passwords"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(FOLDER)))
                .isEqualTo("rwx------");
    }

    @Test
    void neitherTheOwnerNorTheApplicationIsASuperuser() throws SQLException {
        assertThat(
                        ask(
                                "SELECT count(*) FROM pg_roles WHERE rolname LIKE 'kvartal%' AND rolsuper AND rolname <> 'kvartal_admin'"))
                .isEqualTo("0");
    }

    @Test
    void theApplicationsRoleCanNotChangeTheShapeOfTheData() {
        for (var statement : List.of(
                "CREATE TABLE mine (id int)", "CREATE SCHEMA mine", "CREATE ROLE mine", "CREATE DATABASE mine")) {
            assertThatExceptionOfType(SQLException.class)
                    .as(statement)
                    .isThrownBy(() -> execute(server.application(), statement))
                    .matches(e -> "42501".equals(e.getSQLState()));
        }
    }

    @Test
    void theOwnerCanAddTheExtensionsThatSearchNeeds() {
        for (var extension : List.of("pg_trgm", "unaccent", "btree_gist", "citext")) {
            assertThatNoException()
                    .isThrownBy(() -> execute(server.owner(), "CREATE EXTENSION IF NOT EXISTS " + extension));
        }
    }

    @Test
    void afterItsOwnSuddenDeathItIsBackAtTheSameAddress() throws Exception {
        keep("a word");
        var url = server.url(EmbeddedServer.DATABASE);
        kill();
        awaitAnswer();
        assertThat(server.url(EmbeddedServer.DATABASE)).isEqualTo(url);
        assertThat(kept()).contains("a word");
    }

    @Test
    void processesOfADeadServerThatGoOnWorkingDoNotHinderTheNext() throws Exception {
        var busy = Thread.startVirtualThread(() -> {
            try {
                execute(server.owner(), "SELECT count(*) FROM generate_series(1, 10000000000)");
            } catch (SQLException expected) {
                // its connection dies with the server
            }
        });
        await().until(
                        () -> ask("SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%generate_series%'"),
                        "2"::equals);
        kill();
        awaitAnswer();
        busy.join(Duration.ofSeconds(5));
    }

    @Test
    void afterTheProgramsSuddenDeathTheNextStartTakesOver() throws Exception {
        keep("before the death of the program");
        var former = server.process().orElseThrow();
        server.abandon();
        assertThat(former.isAlive()).isTrue();

        start();

        assertThat(server.process().orElseThrow().pid()).isNotEqualTo(former.pid());
        assertThat(kept()).contains("before the death of the program");
    }

    @Test
    void afterTheSuddenDeathOfBothTheNextStartRecovers() throws Exception {
        keep("before the death of both");
        server.abandon();
        kill();

        start();

        assertThat(kept()).contains("before the death of both");
    }

    @Test
    void aStrangerWithTheProcessNumberOfTheDeadServerIsLeftAlone() throws Exception {
        server.abandon();
        kill();
        var pidFile = FOLDER.resolve("cluster").resolve("postmaster.pid");
        var lines = new ArrayList<>(Files.readAllLines(pidFile));
        lines.set(0, Long.toString(ProcessHandle.current().pid()));
        Files.write(pidFile, lines);

        start();

        assertThat(ask("SELECT 1")).isEqualTo("1");
    }

    @Test
    void dataStayWhenItIsStoppedAndStarted() throws Exception {
        keep("tomorrow");
        server.close();
        assertThat(server.process()).isEmpty();

        start();

        assertThat(kept()).contains("tomorrow");
    }

    @Test
    void dataOfAnotherReleaseOfTheServerAreRefusedInOneSentence() throws IOException {
        server.close();
        var version = FOLDER.resolve("cluster").resolve("PG_VERSION");
        Files.writeString(version, "17\n");
        try {
            assertThatExceptionOfType(CannotStart.class)
                    .isThrownBy(this::start)
                    .withMessageContaining("belong to PostgreSQL 17 and this Kvartal brings PostgreSQL 18");
        } finally {
            Files.writeString(version, "18\n");
        }
    }

    @Test
    void aServerThatNobodyCanEnterIsNotLeftRunning() throws IOException {
        server.close();
        var passwords = FOLDER.resolve("passwords");
        var kept = Files.readString(passwords);
        Files.delete(passwords);
        try {
            assertThatExceptionOfType(CannotStart.class).isThrownBy(this::start);
            assertThat(FOLDER.resolve("cluster").resolve("postmaster.pid")).doesNotExist();
        } finally {
            Files.writeString(passwords, kept);
        }
    }

    private void kill() {
        var process = server.process().orElseThrow();
        process.destroyForcibly();
        process.onExit().orTimeout(5, SECONDS).join();
    }

    private void awaitAnswer() {
        await().atMost(RECOVERY).ignoreExceptions().until(() -> ask("SELECT 1"), "1"::equals);
    }

    private void keep(String word) throws SQLException {
        execute(server.owner(), "CREATE TABLE IF NOT EXISTS kept (word text)");
        execute(server.owner(), "INSERT INTO kept VALUES ('" + word + "')");
    }

    private @Nullable String kept() throws SQLException {
        return ask("SELECT string_agg(word, ', ') FROM kept");
    }

    private @Nullable String ask(String query) throws SQLException {
        try (var connection = server.connect(EmbeddedServer.DATABASE, server.administrator());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private void execute(Account account, String sql) throws SQLException {
        try (var connection = server.connect(EmbeddedServer.DATABASE, account);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
