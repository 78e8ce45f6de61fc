package org.kvartal.administration.domain;

import java.time.Clock;
import java.util.List;
import org.kvartal.administration.AdministrationPages;
import org.kvartal.administration.BackupReason;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Schema;
import org.kvartal.live.Live;
import org.kvartal.tasks.Audience;
import org.kvartal.tasks.TaskWish;
import org.kvartal.tasks.Tasks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Has backups made while the house is open, shows that to who looks on, and calls for help where one failed. */
@Component
class BackupDesk {

    static final String TASK = "administration.backup-failed";

    private static final Logger log = LoggerFactory.getLogger(BackupDesk.class);

    private final BackupRoom room;
    private final BackupSettings settings;
    private final House house;
    private final Live live;
    private final Tasks tasks;
    private final TransactionTemplate transaction;

    BackupDesk(
            Schema schema,
            BackupSettings settings,
            House house,
            Live live,
            Tasks tasks,
            TransactionTemplate transaction,
            Clock clock) {
        this.room = new BackupRoom(schema, house.data(), clock);
        this.settings = settings;
        this.house = house;
        this.live = live;
        this.tasks = tasks;
        this.transaction = transaction;
    }

    void atNight() {
        if (settings.nightly()) {
            make(BackupReason.NIGHT);
        }
    }

    void asWished() {
        make(BackupReason.WISH);
    }

    private void make(BackupReason reason) {
        boolean kept = false;
        try {
            BackupRoom.Made made = room.keepIn(settings.folder(house.data()), reason);
            kept = true;
            log.info("A backup is kept: {}, {}", made.file(), BackupRoom.megabytes(made.size()));
        } catch (CannotKeep e) {
            if (e.isBusy()) {
                log.info("No backup was made: {}", e.getMessage());
                return;
            }
            log.error("No backup was made: {}", e.getMessage());
        }
        tell(kept);
    }

    private void tell(boolean kept) {
        transaction.executeWithoutResult(_ -> {
            if (kept) {
                tasks.done(TASK);
            } else {
                tasks.open(new TaskWish(
                        TASK,
                        Audience.role("ADMINISTRATOR"),
                        "administration.task.backup-failed",
                        List.of(),
                        AdministrationPages.BACKUPS,
                        null));
            }
            live.changed(LiveTopics.BACKUPS);
        });
    }
}
