package org.kvartal.kernel.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kvartal.kernel.database.EmbeddedServer.Account;

/** A server of the house's own, as in the example of docker-compose: only the owner's role exists at first. */
class ApplicationRoleTests {

    private static int houses;

    private final EmbeddedServer server = TestServer.get().server();
    private final String database = "house_" + ++houses;
    private final Account owner = new Account(database + "_owner", "owner's secret");
    private final Account application = new Account(database + "-app", "application's 'secret'");

    @BeforeEach
    void prepare() throws SQLException {
        execute(
                "postgres",
                server.administrator(),
                "CREATE ROLE " + owner.name() + " LOGIN PASSWORD 'owner''s secret'");
        execute("postgres", server.administrator(), "CREATE DATABASE " + database + " OWNER " + owner.name());
    }

    @Test
    void theOwnerMakesTheApplicationsRoleWhichMayWorkButNotChangeTheShape() throws SQLException {
        execute("postgres", server.administrator(), "ALTER ROLE " + owner.name() + " CREATEROLE");

        migrate();
        migrate();

        execute(database, application, "DELETE FROM event_publication");
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> execute(database, application, "CREATE TABLE mine (id int)"));
    }

    @Test
    void anOwnerWhoMayNotMakeRolesIsToldSoInOneSentence() {
        assertThatExceptionOfType(Exception.class)
                .isThrownBy(this::migrate)
                .havingCause()
                .isInstanceOf(CannotStart.class)
                .withMessage("the role " + application.name() + " does not exist in the database, and the owner may not"
                        + " make it: make it once by hand with CREATE ROLE.");
    }

    @Test
    void oneRoleMayBeBoth() {
        assertThatNoException().isThrownBy(() -> migrate(owner));
    }

    private void migrate() {
        migrate(application);
    }

    private void migrate(Account application) {
        var result = Flyway.configure()
                .dataSource(server.url(database), owner.name(), owner.password())
                .locations("classpath:db/migration")
                .outOfOrder(true)
                .placeholders(Map.of("applicationRole", application.name()))
                .callbacks(new ApplicationRole(application.name(), application.password()))
                .load()
                .migrate();
        assertThat(result.success).isTrue();
    }

    private void execute(String database, Account account, String sql) throws SQLException {
        try (var connection = server.connect(database, account);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
