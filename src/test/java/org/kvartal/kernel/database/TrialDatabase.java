package org.kvartal.kernel.database;

import java.util.List;
import java.util.Map;
import org.kvartal.kernel.Schema;
import org.kvartal.kernel.database.EmbeddedServer.Account;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** A database of a test's own on the tests' server, as settings name it. */
public final class TrialDatabase {

    private final String name;

    private TrialDatabase(String name) {
        this.name = name;
    }

    /** Without any table. */
    public static TrialDatabase empty() {
        return new TrialDatabase(TestServer.get().emptyDatabase());
    }

    /** With the whole schema and no rows. */
    public static TrialDatabase migrated() {
        return new TrialDatabase(TestServer.get().freshDatabase());
    }

    public Schema schema() {
        var server = TestServer.get().server();
        return schema(server.url(name), server.owner(), server.application());
    }

    /** What a program is told so that it uses this database. */
    public List<String> arguments() {
        var server = TestServer.get().server();
        return List.of(
                "--kvartal.db.url=" + server.url(name),
                "--kvartal.db.user=" + server.application().name(),
                "--kvartal.db.password=" + server.application().password(),
                "--kvartal.db.owner-user=" + server.owner().name(),
                "--kvartal.db.owner-password=" + server.owner().password());
    }

    static Schema schema(String url, Account owner, Account application) {
        var settings = new StandardEnvironment();
        settings.getPropertySources()
                .addFirst(new MapPropertySource(
                        "trial",
                        Map.of(
                                "spring.flyway.url", url,
                                "spring.flyway.user", owner.name(),
                                "spring.flyway.password", owner.password(),
                                "spring.datasource.username", application.name(),
                                "spring.datasource.password", application.password(),
                                "spring.flyway.placeholders.applicationRole", application.name())));
        return Schema.of(settings);
    }
}
