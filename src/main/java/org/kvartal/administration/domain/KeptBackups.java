package org.kvartal.administration.domain;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.administration.AdministrationRights;
import org.kvartal.administration.BackupReason;
import org.kvartal.administration.Backups;
import org.kvartal.administration.KeptBackup;
import org.kvartal.audit.AuditEntry;
import org.kvartal.audit.AuditTrail;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.House;
import org.kvartal.live.Live;
import org.kvartal.mail.WaitingLetters;
import org.kvartal.tasks.Tasks;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is known of backups, for whoever may know it. */
@Component
class KeptBackups implements Backups {

    private static final String COLUMNS =
            "id, reason, begun_at, ended_at, file, size, table_rows, files, lost_files, program, failure, pruned_at";

    private final JdbcClient jdbc;
    private final Permissions permissions;
    private final AuditTrail audit;
    private final Live live;
    private final ObjectProvider<SchedulerClient> jobs;
    private final WaitingLetters letters;
    private final Restorations restorations;
    private final Tasks tasks;
    private final BackupSettings settings;
    private final BackupStanding standing;
    private final House house;
    private final Clock clock;

    KeptBackups(
            JdbcClient jdbc,
            Permissions permissions,
            AuditTrail audit,
            Live live,
            ObjectProvider<SchedulerClient> jobs,
            WaitingLetters letters,
            Restorations restorations,
            Tasks tasks,
            BackupSettings settings,
            BackupStanding standing,
            House house,
            Clock clock) {
        this.jdbc = jdbc;
        this.permissions = permissions;
        this.audit = audit;
        this.live = live;
        this.jobs = jobs;
        this.letters = letters;
        this.restorations = restorations;
        this.tasks = tasks;
        this.settings = settings;
        this.standing = standing;
        this.house = house;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<KeptBackup> newest(Asker asker, @Nullable UUID before, int limit) {
        permissions.check(asker, AdministrationRights.SEE_BACKUPS, Scope.PLATFORM);
        return jdbc.sql("SELECT " + COLUMNS + """
                  FROM backup
                 WHERE CAST(:before AS uuid) IS NULL
                    OR (begun_at, id) < (SELECT begun_at, id FROM backup WHERE id = :before)
                 ORDER BY begun_at DESC, id DESC
                 LIMIT :limit
                """)
                .param("before", before)
                .param("limit", limit)
                .query((row, _) -> backup(row))
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public State state(Asker asker) {
        permissions.check(asker, AdministrationRights.SEE_BACKUPS, Scope.PLATFORM);
        Optional<KeptBackup> newest = jdbc.sql("SELECT " + COLUMNS + """
                  FROM backup WHERE file IS NOT NULL AND pruned_at IS NULL ORDER BY begun_at DESC, id DESC LIMIT 1
                """)
                .query((row, _) -> backup(row))
                .optional();
        Held held = restorations
                .holding()
                .map(keptAt -> new Held(keptAt, letters.count()))
                .orElse(null);
        return new State(
                settings.folder(house.data()).toString(),
                settings.nightly(),
                newest.orElse(null),
                standing.stand(clock.instant()).late(),
                held);
    }

    @Override
    @Transactional
    public void wish(Asker asker) {
        permissions.check(asker, AdministrationRights.KEEP_BACKUPS, Scope.PLATFORM);
        boolean first = jobs.getObject()
                .scheduleIfNotExists(BackupJobs.WISHED.instance("house").build(), clock.instant());
        if (first) {
            audit.record(AuditEntry.of(asker, "administration.backup-wished", AuditedBackups.SUBJECT));
            live.changed(LiveTopics.BACKUPS);
        }
    }

    @Override
    @Transactional
    public void releaseLetters(Asker asker) {
        permissions.check(asker, AdministrationRights.KEEP_BACKUPS, Scope.PLATFORM);
        if (restorations.release()) {
            int left = letters.giveUp();
            tasks.done(Restorations.TASK);
            audit.record(AuditEntry.of(asker, "administration.letters-released", AuditedBackups.SUBJECT)
                    .with("given-up", left));
            live.changed(LiveTopics.BACKUPS);
        }
    }

    private static KeptBackup backup(ResultSet row) throws SQLException {
        return new KeptBackup(
                Columns.id(row, "id"),
                BackupReason.valueOf(Objects.requireNonNull(row.getString("reason"))),
                Columns.moment(row, "begun_at"),
                Columns.momentOrNull(row, "ended_at"),
                row.getString("file"),
                row.getLong("size"),
                row.getLong("table_rows"),
                row.getLong("files"),
                row.getLong("lost_files"),
                row.getString("program"),
                row.getString("failure"),
                Columns.momentOrNull(row, "pruned_at") != null);
    }
}
