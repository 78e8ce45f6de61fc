package org.kvartal.administration.domain;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.kvartal.administration.BackupReason;
import org.kvartal.administration.BackupTrouble;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down what becomes of each attempt to keep a backup, from whichever process it is made. Where that can't be written (before a migration the table may
 * not be there yet), the backup is made all the same.
 */
final class Ledger {

    private static final Logger log = LoggerFactory.getLogger(Ledger.class);
    private static final int LONGEST_FAILURE = 500;

    private final Connection connection;

    Ledger(Connection connection) {
        this.connection = connection;
    }

    /** Nobody else makes one now: whatever has no end was cut off. */
    UUID begin(BackupReason reason, Instant now) {
        UUID id = Ids.next();
        write(
                "UPDATE backup SET ended_at = ?, failure = ? WHERE ended_at IS NULL",
                Columns.moment(now),
                BackupTrouble.CUT_OFF.words());
        write("INSERT INTO backup (id, reason, begun_at) VALUES (?, ?, ?)", id, reason.name(), Columns.moment(now));
        return id;
    }

    void kept(UUID id, Instant now, String file, long size, Manifest manifest) {
        write(
                """
                UPDATE backup SET ended_at = ?, file = ?, size = ?, table_rows = ?, files = ?, lost_files = ?, program = ? WHERE id = ?
                """,
                Columns.moment(now),
                file,
                size,
                manifest.rows(),
                manifest.files().count(),
                (long) manifest.files().lost().size(),
                manifest.program(),
                id);
    }

    void failed(UUID id, Instant now, String why) {
        write(
                "UPDATE backup SET ended_at = ?, failure = ? WHERE id = ?",
                Columns.moment(now),
                why.substring(0, Math.min(why.length(), LONGEST_FAILURE)),
                id);
    }

    void pruned(Collection<String> files, Instant now) {
        for (String file : files) {
            write("UPDATE backup SET pruned_at = ? WHERE file = ?", Columns.moment(now), file);
        }
    }

    private void write(String statement, Object... values) {
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            for (int place = 0; place < values.length; place++) {
                prepared.setObject(place + 1, values[place]);
            }
            prepared.executeUpdate();
        } catch (SQLException e) {
            log.warn("The backup is not written down: {}", e.getMessage());
        }
    }
}
