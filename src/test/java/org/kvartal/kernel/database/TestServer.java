package org.kvartal.kernel.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.springframework.boot.SpringApplication;
import org.springframework.util.FileSystemUtils;

/**
 * The one PostgreSQL server of a test JVM. Migrations run once, into a template; a database for one test context is a copy
 * of it, made in some ten milliseconds.
 */
final class TestServer {

    static final Path PROGRAMS = Path.of("target", "postgresql");
    /** Tests forgive what houses must not: an unsynced file. */
    static final Map<String, String> FORGETFUL =
            Map.of("fsync", "off", "synchronous_commit", "off", "full_page_writes", "off");

    private static final String TEMPLATE = "kvartal_template";
    private static final Path FOLDERS = Path.of("target", "test-postgresql");

    private final EmbeddedServer server;
    private final AtomicInteger databases = new AtomicInteger();
    private final Map<String, String> shared = new ConcurrentHashMap<>();

    private TestServer() {
        removeLeftovers();
        var folder = DataFolder.claim(
                FOLDERS.resolve(Long.toString(ProcessHandle.current().pid())));
        var settings = new java.util.HashMap<>(FORGETFUL);
        settings.put("max_connections", "300");
        server = EmbeddedServer.start(folder.path().resolve("postgresql"), PROGRAMS, settings);
        // after the last context, or in a run without contexts by the next run's removal of leftovers
        SpringApplication.getShutdownHandlers().add(() -> {
            server.close();
            folder.close();
            delete(folder.path());
        });
        migrateTemplate();
    }

    private static final class Holder {
        static final TestServer INSTANCE = new TestServer();
    }

    static TestServer get() {
        return Holder.INSTANCE;
    }

    EmbeddedServer server() {
        return server;
    }

    /** The name of a new database with the whole schema and no rows. */
    String freshDatabase() {
        var name = "kvartal_" + databases.incrementAndGet();
        execute("CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE + " OWNER "
                + server.owner().name());
        return name;
    }

    /** The name of a new database without any table. */
    String emptyDatabase() {
        var name = "kvartal_" + databases.incrementAndGet();
        execute("CREATE DATABASE " + name + " OWNER " + server.owner().name());
        return name;
    }

    /** The name of the database that all who ask by this word have in common; at first as a fresh one. */
    String sharedDatabase(String word) {
        return shared.computeIfAbsent(word, _ -> freshDatabase());
    }

    private void migrateTemplate() {
        execute("CREATE DATABASE " + TEMPLATE + " OWNER " + server.owner().name());
        Flyway.configure()
                .dataSource(
                        server.url(TEMPLATE),
                        server.owner().name(),
                        server.owner().password())
                .locations("classpath:db/migration")
                .outOfOrder(true)
                .placeholders(Map.of("applicationRole", server.application().name()))
                .load()
                .migrate();
    }

    private void execute(String sql) {
        try (var connection = server.connect("postgres", server.administrator());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A killed test run leaves its server running and its folder on disk. */
    private static void removeLeftovers() {
        if (!Files.isDirectory(FOLDERS)) {
            return;
        }
        try (var folders = Files.newDirectoryStream(FOLDERS)) {
            for (var each : folders) {
                try (var folder = DataFolder.claim(each)) {
                    EmbeddedServer.end(folder.path().resolve("postgresql"), PROGRAMS);
                    delete(folder.path());
                } catch (CannotStart inUse) {
                    // another run goes on
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
