package org.kvartal.kernel.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/**
 * Decides where the data are before anything connects: in the server that {@code kvartal.db.*} names, or in an embedded
 * one under {@code kvartal.data}. Sets {@code kvartal.embedded}, and {@code kvartal.demo} unless it is given: a new house under
 * {@code kvartal.data} is a demonstration and stays one, and no other becomes one. With {@code kvartal.beside} a house must be there, and the
 * embedded server of a program that runs already is used as well.
 */
final class DatabaseSettings implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    /** After all settings are read and the log is set up, so that a failure is said in the log's own manner. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        decide(event.getEnvironment());
    }

    static void decide(ConfigurableEnvironment environment) {
        var url = environment.getProperty("kvartal.db.url");
        var settings = StringUtils.hasText(url) ? external(url, environment) : embedded(environment);
        environment.getPropertySources().addFirst(new MapPropertySource("database", settings));
        environment
                .getPropertySources()
                .addLast(new MapPropertySource(
                        "databaseDefaults", Map.of("kvartal.demo", isMarked(settings, environment))));
    }

    private static boolean isMarked(Map<String, Object> settings, ConfigurableEnvironment environment) {
        return Boolean.TRUE.equals(settings.get("kvartal.embedded"))
                && DemonstrationMark.isIn(Path.of(environment.getProperty("kvartal.data", "data")));
    }

    private static Map<String, Object> embedded(ConfigurableEnvironment environment) {
        var data = Path.of(environment.getProperty("kvartal.data", "data"));
        var beside = environment.getProperty("kvartal.beside", Boolean.class, false);
        if (beside && !Files.isDirectory(data.resolve("postgresql").resolve("cluster"))) {
            throw new CannotStart(
                    "there is no house in " + data.toAbsolutePath() + ": name the folder of yours with --data.");
        }
        DataFolder folder;
        try {
            folder = DataFolder.claim(data);
        } catch (CannotStart e) {
            var running = beside
                    ? EmbeddedServer.running(data.resolve("postgresql"))
                    : Optional.<EmbeddedServer.Running>empty();
            return settings(running.orElseThrow(() -> e));
        }
        EmbeddedServer server;
        try {
            if (environment.getProperty("kvartal.demo", Boolean.class, true)) {
                DemonstrationMark.putIfNew(folder.path());
            }
            server = EmbeddedServer.start(folder.path().resolve("postgresql"));
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
        // runs when all contexts are closed, so that what they write on their way out still has a database
        SpringApplication.getShutdownHandlers().add(() -> {
            server.close();
            folder.close();
        });
        return settings(
                new EmbeddedServer.Running(server.url(EmbeddedServer.DATABASE), server.owner(), server.application()));
    }

    private static Map<String, Object> settings(EmbeddedServer.Running server) {
        return settings(
                true,
                server.url(),
                server.owner().name(),
                server.owner().password(),
                server.application().name(),
                server.application().password());
    }

    private static Map<String, Object> external(String url, ConfigurableEnvironment environment) {
        var user = environment.getProperty("kvartal.db.user");
        var password = environment.getProperty("kvartal.db.password");
        var owner = environment.getProperty("kvartal.db.owner-user");
        if (!StringUtils.hasText(user)) {
            throw new CannotStart(
                    "KVARTAL_DB_URL is set, but KVARTAL_DB_USER is not: name the role Kvartal connects as.");
        }
        return StringUtils.hasText(owner)
                ? settings(
                        false, jdbc(url), owner, environment.getProperty("kvartal.db.owner-password"), user, password)
                : settings(false, jdbc(url), user, password, user, password);
    }

    /** Hosting providers give addresses without the prefix of Java's drivers. */
    private static String jdbc(String url) {
        return url.startsWith("postgresql:") ? "jdbc:" + url : url;
    }

    private static Map<String, Object> settings(
            boolean embedded,
            String url,
            String owner,
            @Nullable String ownerPassword,
            String user,
            @Nullable String password) {
        var settings = new LinkedHashMap<String, Object>();
        settings.put("kvartal.embedded", embedded);
        settings.put("spring.datasource.url", url);
        settings.put("spring.datasource.username", user);
        settings.put("spring.datasource.password", password == null ? "" : password);
        settings.put("spring.flyway.url", url);
        settings.put("spring.flyway.user", owner);
        settings.put("spring.flyway.password", ownerPassword == null ? "" : ownerPassword);
        settings.put("spring.flyway.placeholders.applicationRole", user);
        return settings;
    }
}
