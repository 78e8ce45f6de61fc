package org.kvartal.files;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/** The contents that files of a snapshot have, kept from being swept while somebody copies them. For what copies a whole house. */
public final class HeldContents {

    /** The advisory lock that the sweep takes alone, and whoever copies shares. */
    public static final long LOCK = 0x6b76_6172_7461_0001L;

    private static final int PAGE = 1_000;

    private HeldContents() {}

    /** Holds all contents until the connection is closed; taken before the snapshot. */
    public static void hold(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT pg_advisory_lock_shared(?)")) {
            statement.setLong(1, LOCK);
            statement.execute();
        }
    }

    /** Hears of each content once. */
    public interface Reader {
        /** @param hash SHA-256 in hexadecimal digits, as {@link ContentFolder} takes it */
        void content(String hash, long size) throws IOException;
    }

    /** The contents that some file has in the snapshot of the connection's transaction. What nothing but an upload under way has is none of them. */
    public static void each(Connection connection, Reader reader) throws SQLException, IOException {
        try (var statement = connection.prepareStatement("""
                SELECT encode(c.sha256, 'hex'), c.size
                  FROM file_content c
                 WHERE EXISTS (SELECT FROM stored_file f WHERE f.sha256 = c.sha256)
                    OR EXISTS (SELECT FROM stored_file f WHERE f.small = c.sha256)
                 ORDER BY c.sha256
                """)) {
            statement.setFetchSize(PAGE);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    reader.content(row.getString(1), row.getLong(2));
                }
            }
        }
    }
}
