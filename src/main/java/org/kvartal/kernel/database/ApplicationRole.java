package org.kvartal.kernel.database;

import java.sql.SQLException;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Makes the role the program runs with on a server where only the owner exists yet, before the migrations name it. */
@Component
class ApplicationRole extends BaseCallback {

    private final String name;
    private final String password;

    ApplicationRole(
            @Value("${spring.datasource.username}") String name,
            @Value("${spring.datasource.password}") String password) {
        this.name = name;
        this.password = password;
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        try {
            var connection = context.getConnection();
            try (var statement = connection.prepareStatement("""
                    SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = ?),
                           (SELECT rolcreaterole OR rolsuper FROM pg_roles WHERE rolname = current_user)
                    """)) {
                statement.setString(1, name);
                var row = statement.executeQuery();
                row.next();
                if (row.getBoolean(1)) {
                    return;
                }
                if (!row.getBoolean(2)) {
                    throw new CannotStart("the role " + name + " does not exist in the database, and the owner may not"
                            + " make it: make it once by hand with CREATE ROLE.");
                }
            }
            Roles.create(connection, name, password);
        } catch (SQLException e) {
            throw new CannotStart("the role " + name + " can't be made in the database: " + e.getMessage() + ".", e);
        }
    }
}
