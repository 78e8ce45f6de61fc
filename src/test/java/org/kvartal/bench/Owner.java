package org.kvartal.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.springframework.core.env.Environment;

/** Whom the tables belong to: the role that the program runs with makes none and analyses none. */
final class Owner {

    private Owner() {}

    static Connection connect(Environment settings) throws SQLException {
        return DriverManager.getConnection(
                settings.getRequiredProperty("spring.flyway.url"),
                settings.getRequiredProperty("spring.flyway.user"),
                settings.getRequiredProperty("spring.flyway.password"));
    }

    /** What the server does by itself within a minute of being filled. */
    static void analyze(Environment settings, List<String> tables) throws SQLException {
        try (Connection owner = connect(settings);
                Statement statement = owner.createStatement()) {
            for (String table : tables) {
                statement.execute("VACUUM ANALYZE " + table);
            }
        }
    }
}
