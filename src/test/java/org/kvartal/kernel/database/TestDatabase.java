package org.kvartal.kernel.database;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Gives each Spring context of a test a fresh database with both roles, a data folder of its own and no demonstration data.
 * A test that wants the embedded server itself says {@code kvartal.test.database=embedded}; one that wants several nodes over one database
 * gives all of them the same other name.
 */
class TestDatabase implements EnvironmentPostProcessor, Ordered {

    private static final AtomicInteger CONTEXTS = new AtomicInteger();

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE; // after what the test itself sets, and long before DatabaseSettings
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        var defaults = new LinkedHashMap<String, Object>();
        defaults.put("kvartal.demo", "false");
        var wish = environment.getProperty("kvartal.test.database");
        if (!"embedded".equals(wish)) {
            var test = TestServer.get();
            var name = wish == null ? test.freshDatabase() : test.sharedDatabase(wish);
            var database = Map.<String, Object>of(
                    "kvartal.db.url", test.server().url(name),
                    "kvartal.db.user", test.server().application().name(),
                    "kvartal.db.password", test.server().application().password(),
                    "kvartal.db.owner-user", test.server().owner().name(),
                    "kvartal.db.owner-password", test.server().owner().password());
            environment.getPropertySources().addFirst(new MapPropertySource("testDatabase", database));
            // contexts are kept for reuse: each holds few connections while it rests
            defaults.put("spring.datasource.hikari.minimum-idle", "0");
            defaults.put(
                    "kvartal.data",
                    Path.of(
                                    "target",
                                    "test-data",
                                    ProcessHandle.current().pid() + "-" + name + "-" + CONTEXTS.incrementAndGet())
                            .toString());
        }
        environment.getPropertySources().addLast(new MapPropertySource("testDefaults", defaults));
    }
}
