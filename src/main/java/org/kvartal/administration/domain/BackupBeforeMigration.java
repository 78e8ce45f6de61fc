package org.kvartal.administration.domain;

import java.nio.file.Path;
import java.time.Clock;
import org.kvartal.administration.BackupReason;
import org.kvartal.kernel.BeforeMigration;
import org.kvartal.kernel.Schema;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Keeps the house as it was before its schema changes. It uses nothing that waits for the schema, as what the house is called does. */
@Component
class BackupBeforeMigration implements BeforeMigration {

    private static final Logger log = LoggerFactory.getLogger(BackupBeforeMigration.class);

    private final BackupRoom room;
    private final BackupSettings settings;
    private final Path data;

    BackupBeforeMigration(
            Schema schema, BackupSettings settings, @Value("${kvartal.data:data}") Path data, Clock clock) {
        this.room = new BackupRoom(schema, data, clock);
        this.settings = settings;
        this.data = data;
    }

    @Override
    public void migrating() {
        if (!settings.beforeMigration()) {
            return;
        }
        try {
            BackupRoom.Made made = room.keepIn(settings.folder(data), BackupReason.MIGRATION);
            log.info(
                    "Before the schema changes a backup is kept: {}, {}",
                    made.file(),
                    BackupRoom.megabytes(made.size()));
        } catch (CannotKeep e) {
            log.error("The schema changes without a backup: {}", e.getMessage());
        }
    }
}
