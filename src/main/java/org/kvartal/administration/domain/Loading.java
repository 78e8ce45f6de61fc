package org.kvartal.administration.domain;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;

/**
 * Fills an empty schema with the rows of a backup, in one transaction, with what an owner may do who is no superuser: references are taken off and put
 * on again, which checks them, and triggers sleep meanwhile, since what they do was done when the rows were made.
 */
final class Loading {

    private static final int BUFFER = 1 << 16;

    private final Connection connection;
    private final Keepsake keepsake;

    Loading(Connection connection, Keepsake keepsake) {
        this.connection = connection;
        this.keepsake = keepsake;
    }

    private record Reference(String table, String name, String definition) {}

    void load() throws SQLException, IOException {
        connection.setAutoCommit(false);
        List<Manifest.Table> tables = keepsake.manifest().tables();
        Map<String, List<String>> there = Snapshot.tables(connection);
        for (Manifest.Table table : tables) {
            List<String> columns = there.get(table.name());
            if (columns == null || !columns.containsAll(table.columns())) {
                throw keepsake.damaged("its table " + table.name() + " does not fit its migrations");
            }
        }
        if (tables.size() != there.size()) {
            throw keepsake.damaged("its tables are not those of its migrations");
        }
        List<Reference> references = references();
        List<String> triggered = triggered();
        for (Reference reference : references) {
            execute("ALTER TABLE " + Snapshot.quoted(reference.table()) + " DROP CONSTRAINT "
                    + Snapshot.quoted(reference.name()));
        }
        for (String table : triggered) {
            execute("ALTER TABLE " + Snapshot.quoted(table) + " DISABLE TRIGGER USER");
        }
        // Migrations have put rows into some of them.
        execute("TRUNCATE " + Snapshot.list(List.copyOf(there.keySet())));
        for (Manifest.Table table : tables) {
            fill(table);
        }
        execute("SET CONSTRAINTS ALL IMMEDIATE");
        for (Reference reference : references) {
            execute("ALTER TABLE " + Snapshot.quoted(reference.table()) + " ADD CONSTRAINT "
                    + Snapshot.quoted(reference.name()) + " " + reference.definition());
        }
        for (String table : triggered) {
            execute("ALTER TABLE " + Snapshot.quoted(table) + " ENABLE TRIGGER USER");
        }
        for (Manifest.Sequence sequence : keepsake.manifest().sequences()) {
            goOn(sequence);
        }
        connection.commit();
        connection.setAutoCommit(true);
        execute("ANALYZE");
    }

    private void fill(Manifest.Table table) throws SQLException, IOException {
        Tally tally = new Tally();
        var copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY " + Snapshot.quoted(table.name()) + " (" + Snapshot.list(table.columns())
                        + ") FROM STDIN");
        try (InputStream rows = keepsake.table(table)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = rows.read(buffer); read >= 0; read = rows.read(buffer)) {
                tally.piece(buffer, read);
                copy.writeToCopy(buffer, 0, read);
            }
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
        if (!tally.total().equals(new Tally.Total(table.rows(), table.bytes(), table.checksum()))) {
            throw keepsake.damaged("the table " + table.name() + " is not what its manifest says");
        }
    }

    private void goOn(Manifest.Sequence sequence) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT setval(?::regclass, ?, ?)")) {
            statement.setString(1, Snapshot.quoted(sequence.name()));
            statement.setLong(2, sequence.last());
            statement.setBoolean(3, sequence.called());
            statement.execute();
        }
    }

    /** Reads everything back and compares. */
    void verify(Snapshot snapshot) throws SQLException, IOException {
        for (Manifest.Table table : keepsake.manifest().tables()) {
            Tally.Total total = snapshot.copy(table.name(), table.columns(), OutputStream.nullOutputStream());
            if (total.rows() != table.rows() || !total.checksum().equals(table.checksum())) {
                throw new CannotKeep(
                        "the table " + table.name() + " came out of the database otherwise than it went in: "
                                + total.rows() + " rows instead of " + table.rows());
            }
        }
    }

    private List<Reference> references() throws SQLException {
        List<Reference> references = new ArrayList<>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        SELECT c.relname, r.conname, pg_get_constraintdef(r.oid)
                          FROM pg_constraint r JOIN pg_class c ON c.oid = r.conrelid
                         WHERE r.contype = 'f' AND c.relnamespace = current_schema()::regnamespace AND r.conparentid = 0
                         ORDER BY c.relname, r.conname
                        """)) {
            while (row.next()) {
                references.add(new Reference(row.getString(1), row.getString(2), row.getString(3)));
            }
        }
        return references;
    }

    private List<String> triggered() throws SQLException {
        List<String> tables = new ArrayList<>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        SELECT DISTINCT c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
                         WHERE NOT t.tgisinternal AND c.relnamespace = current_schema()::regnamespace
                        """)) {
            while (row.next()) {
                tables.add(row.getString(1));
            }
        }
        return tables;
    }

    private void execute(String command) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
