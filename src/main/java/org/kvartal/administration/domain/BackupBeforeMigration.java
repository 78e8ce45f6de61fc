package org.kvartal.administration.domain;

import java.time.Clock;
import org.kvartal.administration.BackupReason;
import org.kvartal.kernel.BeforeMigration;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Schema;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Keeps the house as it was before its schema changes. It uses nothing that waits for the schema. */
@Component
class BackupBeforeMigration implements BeforeMigration {

    private static final Logger log = LoggerFactory.getLogger(BackupBeforeMigration.class);

    private final BackupRoom room;
    private final BackupSettings settings;
    private final House house;

    BackupBeforeMigration(Schema schema, BackupSettings settings, House house, Clock clock) {
        this.room = new BackupRoom(schema, house.data(), clock);
        this.settings = settings;
        this.house = house;
    }

    @Override
    public void migrating() {
        if (!settings.beforeMigration()) {
            return;
        }
        try {
            BackupRoom.Made made = room.keepIn(settings.folder(house), BackupReason.MIGRATION);
            log.info(
                    "Before the schema changes a backup is kept: {}, {}",
                    made.file(),
                    BackupRoom.megabytes(made.size()));
        } catch (CannotKeep e) {
            log.error("The schema changes without a backup: {}", e.getMessage());
        }
    }
}
