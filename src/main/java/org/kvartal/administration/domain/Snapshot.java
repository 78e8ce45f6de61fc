package org.kvartal.administration.domain;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.kvartal.files.HeldContents;
import org.kvartal.kernel.Schema;
import org.postgresql.PGConnection;
import org.postgresql.core.Utils;

/**
 * The house's database as it is at one moment, while people go on working: one transaction that sees nothing of what comes after it began.
 *
 * @see "Decision record 0154, what a backup is"
 */
final class Snapshot implements AutoCloseable {

    /** What does not outlive its server (news of the last hour), or tells of the place and not of the house. */
    static final Set<String> LEFT_OUT = Set.of("flyway_schema_history", "live_event", "backup", Schema.UNFINISHED);

    /** How values are written, whatever the server is set to. */
    private static final List<String> SETTINGS = List.of(
            "SET DateStyle = 'ISO, YMD'",
            "SET IntervalStyle = 'iso_8601'",
            "SET TimeZone = 'UTC'",
            "SET bytea_output = 'hex'",
            "SET extra_float_digits = 3",
            "SET statement_timeout = 0",
            "SET idle_in_transaction_session_timeout = 0",
            "SET lock_timeout = '10s'");

    private final Connection connection;

    private Snapshot(Connection connection) {
        this.connection = connection;
    }

    /** Begins on a connection that nobody else uses, and that is closed with the snapshot. */
    static Snapshot on(Connection connection) throws SQLException {
        prepare(connection);
        HeldContents.hold(connection);
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        return new Snapshot(connection);
    }

    static void prepare(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (String setting : SETTINGS) {
                statement.execute(setting);
            }
        }
    }

    Connection connection() {
        return connection;
    }

    /** The moment that the snapshot shows. */
    Instant moment() throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT now()")) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    String serverVersion() throws SQLException {
        return connection.getMetaData().getDatabaseProductVersion();
    }

    /** The tables that belong to a backup, with their columns in order; those that are computed are left out. */
    Map<String, List<String>> tables() throws SQLException {
        return tables(connection);
    }

    static Map<String, List<String>> tables(Connection connection) throws SQLException {
        Map<String, List<String>> tables = new LinkedHashMap<>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        SELECT c.relname, a.attname
                          FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
                         WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r'
                           AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
                           AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
                         ORDER BY c.relname COLLATE "C", a.attnum
                        """)) {
            while (row.next()) {
                if (!LEFT_OUT.contains(row.getString(1))) {
                    tables.computeIfAbsent(row.getString(1), _ -> new ArrayList<>())
                            .add(row.getString(2));
                }
            }
        }
        return tables;
    }

    /** How much the tables take on the server's disk, without their indexes. */
    long tableBytes() throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        SELECT coalesce(sum(pg_table_size(oid)), 0) FROM pg_class
                         WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r'
                        """)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Where the numbers go on. They only grow, so that what is read after the snapshot began fits its rows. */
    List<Manifest.Sequence> sequences() throws SQLException {
        List<String> names = new ArrayList<>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        SELECT relname FROM pg_class
                         WHERE relnamespace = current_schema()::regnamespace AND relkind = 'S' ORDER BY relname COLLATE "C"
                        """)) {
            while (row.next()) {
                names.add(row.getString(1));
            }
        }
        List<Manifest.Sequence> sequences = new ArrayList<>();
        for (String name : names) {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("SELECT last_value, is_called FROM " + quoted(name))) {
                row.next();
                sequences.add(new Manifest.Sequence(name, row.getLong(1), row.getBoolean(2)));
            }
        }
        return sequences;
    }

    /** Copies the rows of a table and counts them on the way. */
    Tally.Total copy(String table, List<String> columns, OutputStream to) throws SQLException, IOException {
        Tally tally = new Tally();
        var copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("COPY " + quoted(table) + " (" + list(columns) + ") TO STDOUT");
        try {
            for (byte[] row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
                tally.row(row);
                to.write(row);
            }
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
        return tally.total();
    }

    static String list(List<String> columns) {
        return columns.stream().map(Snapshot::quoted).collect(Collectors.joining(", "));
    }

    static String quoted(String name) {
        try {
            return Utils.escapeIdentifier(null, name).toString();
        } catch (SQLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
