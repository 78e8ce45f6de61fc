package org.kvartal.kernel.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.kvartal.kernel.Schema;
import org.springframework.core.env.Environment;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/** The schema by the settings that {@link DatabaseSettings} has made. */
@Component
public class OwnedSchema implements Schema {

    private static final String FOLDER = "db/migration/";

    private final String url;
    private final String owner;
    private final String password;
    private final String application;
    private final ApplicationRole role;

    public OwnedSchema(Environment settings) {
        this.url = settings.getRequiredProperty("spring.flyway.url");
        this.owner = settings.getRequiredProperty("spring.flyway.user");
        this.password = settings.getRequiredProperty("spring.flyway.password");
        this.application = settings.getRequiredProperty("spring.flyway.placeholders.applicationRole");
        this.role = new ApplicationRole(
                settings.getRequiredProperty("spring.datasource.username"),
                settings.getRequiredProperty("spring.datasource.password"));
    }

    @Override
    public Connection connect() throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", owner);
        properties.setProperty("password", password);
        properties.setProperty("ApplicationName", "kvartal-schema");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("connectTimeout", "5");
        return DriverManager.getConnection(url, properties);
    }

    @Override
    public List<Step> applied() {
        return Arrays.stream(flyway("classpath:" + FOLDER).info().applied())
                .filter(MigrationInfo::isVersioned)
                .map(one -> new Step(
                        one.getVersion().getVersion(),
                        one.getScript(),
                        Objects.requireNonNull(one.getAppliedChecksum())))
                .toList();
    }

    @Override
    public List<Step> known() {
        return Arrays.stream(flyway("classpath:" + FOLDER).info().all())
                .filter(one -> one.isVersioned() && one.getResolvedChecksum() != null)
                .map(one -> new Step(
                        one.getVersion().getVersion(),
                        one.getScript(),
                        Objects.requireNonNull(one.getResolvedChecksum())))
                .toList();
    }

    @Override
    public boolean isEmpty() {
        return !ask("""
                SELECT EXISTS (SELECT FROM pg_class c
                                WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'S', 'f')
                                  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e'))
                """);
    }

    /** Flyway runs all that it finds: it is shown a folder in which there is nothing else. */
    @Override
    public void build(Collection<Step> steps) {
        Set<String> wanted = steps.stream()
                .map(step -> Path.of(step.script()).getFileName().toString())
                .collect(Collectors.toSet());
        try {
            var folder = Files.createTempDirectory("migrations");
            try {
                for (var script :
                        new PathMatchingResourcePatternResolver().getResources("classpath*:" + FOLDER + "**/*.sql")) {
                    if (wanted.contains(script.getFilename())) {
                        copy(script, folder);
                    }
                }
                flyway("filesystem:" + folder).migrate();
            } finally {
                FileSystemUtils.deleteRecursively(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Resource script, Path folder) throws IOException {
        var address = script.getURL().toString();
        var place = folder.resolve(address.substring(address.lastIndexOf(FOLDER) + FOLDER.length()));
        Files.createDirectories(Objects.requireNonNull(place.getParent()));
        try (var text = script.getInputStream()) {
            Files.copy(text, place);
        }
    }

    @Override
    public void complete() {
        flyway("classpath:" + FOLDER).migrate();
    }

    @Override
    public void clear() {
        flyway("classpath:" + FOLDER).clean();
    }

    @Override
    public void markUnfinished(boolean unfinished) {
        execute(unfinished ? "CREATE TABLE " + UNFINISHED + " ()" : "DROP TABLE IF EXISTS " + UNFINISHED);
    }

    @Override
    public boolean isUnfinished() {
        return ask("SELECT to_regclass('" + UNFINISHED + "') IS NOT NULL");
    }

    private boolean ask(String question) {
        try (var connection = connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(question)) {
            return row.next() && row.getBoolean(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private void execute(String command) {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(command);
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private Flyway flyway(String location) {
        return Flyway.configure()
                .dataSource(url, owner, password)
                .locations(location)
                .outOfOrder(true)
                .validateMigrationNaming(true)
                .cleanDisabled(false)
                .placeholders(Map.of("applicationRole", application))
                .callbacks(role)
                .load();
    }
}
