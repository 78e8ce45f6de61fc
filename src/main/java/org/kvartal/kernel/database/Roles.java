package org.kvartal.kernel.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/** Roles of the database server. */
final class Roles {

    private Roles() {}

    /** Makes a role that may sign in. Its password never reaches the server's log: it is hashed before it is sent. */
    static void create(Connection connection, String name, String password) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("CREATE ROLE " + statement.enquoteIdentifier(name, true) + " LOGIN");
        }
        connection.unwrap(PGConnection.class).alterUserPassword(name, password.toCharArray(), "scram-sha-256");
    }
}
