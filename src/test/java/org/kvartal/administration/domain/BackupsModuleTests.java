package org.kvartal.administration.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.accounts.Arrivals;
import org.kvartal.accounts.Arrivals.Newcomer;
import org.kvartal.accounts.Grant;
import org.kvartal.accounts.Grants;
import org.kvartal.accounts.Role;
import org.kvartal.accounts.Scope;
import org.kvartal.administration.BackupReason;
import org.kvartal.administration.Backups;
import org.kvartal.administration.KeptBackup;
import org.kvartal.audit.AuditTrail;
import org.kvartal.audit.AuditedAct;
import org.kvartal.kernel.AfterRestore;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Schema;
import org.kvartal.live.Live;
import org.kvartal.mail.Letter;
import org.kvartal.mail.Postbox;
import org.kvartal.mail.Recipient;
import org.kvartal.mail.WaitingLetters;
import org.kvartal.tasks.TaskLine;
import org.kvartal.tasks.Tasks;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES, module = "administration")
class BackupsModuleTests {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Autowired
    Backups backups;

    @Autowired
    Restorations restorations;

    @Autowired
    Schema schema;

    @Autowired
    House house;

    @Autowired
    Live live;

    @Autowired
    Tasks tasks;

    @Autowired
    WaitingLetters letters;

    @Autowired
    Postbox postbox;

    @Autowired
    AuditTrail audit;

    @Autowired
    List<AfterRestore> modules;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Arrivals arrivals;

    @Autowired
    Grants grants;

    @Autowired
    Flyway flyway;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @TempDir
    Path place;

    private Asker administrator;
    private Asker officer;

    @BeforeEach
    void peopleWhoLookAfterTheHouse() {
        administrator = person(Role.ADMINISTRATOR);
        officer = person(Role.OFFICER);
    }

    @AfterEach
    void nothingIsRemembered() {
        jdbc.sql("DELETE FROM backup").update();
        jdbc.sql("DELETE FROM restoration").update();
        jdbc.sql("DELETE FROM letter").update();
        jdbc.sql("DELETE FROM task WHERE key LIKE 'administration.%'").update();
    }

    private Asker person(Role role) {
        PersonId person = PersonId.next();
        arrivals.bring(
                Asker.house("test"), new Newcomer(person, "Ada Keeper", Language.EN, ZoneId.of("Europe/Sofia"), null));
        grants.give(Asker.house("test"), new Grant(person, role, Scope.PLATFORM, clock.instant(), null));
        return Asker.of(person);
    }

    private BackupDesk desk(Path folder, boolean nightly) {
        return new BackupDesk(
                schema, new BackupSettings(folder, nightly, true), house, live, tasks, transaction, clock);
    }

    private List<String> owed(Asker asker) {
        return tasks.owed(asker, 20).stream().map(TaskLine::messageKey).toList();
    }

    @Test
    void aWishedBackupIsMadeByAJobAndShownToWhoLooksOn() {
        backups.wish(administrator);
        backups.wish(administrator);

        await().atMost(PATIENCE)
                .until(() -> backups.newest(officer, null, 5).stream().anyMatch(KeptBackup::isVerified));

        KeptBackup kept = backups.newest(officer, null, 5).getFirst();
        assertThat(kept.reason()).isEqualTo(BackupReason.WISH);
        assertThat(kept.rows()).isPositive();
        assertThat(house.data().resolve("backups").resolve(Objects.requireNonNull(kept.file())))
                .hasSize(kept.size());
        assertThat(backups.state(officer).newest()).isEqualTo(kept);
        assertThat(audit.about(AuditedBackups.SUBJECT, 5))
                .extracting(AuditedAct::act)
                .contains("administration.backup-wished");
    }

    @Test
    void whoeverMayNotIsRefused() {
        Asker member = person(Role.MEMBER);
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> backups.newest(member, null, 1));
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> backups.state(Asker.guest()));
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> backups.wish(officer));
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> backups.releaseLetters(officer));
    }

    @Test
    void aFailedNightCallsForHelpUntilOneSucceeds() throws Exception {
        Path taken = Files.writeString(place.resolve("taken"), "A file where a folder should be.");

        desk(taken, true).atNight();

        KeptBackup failed = backups.newest(officer, null, 1).getFirst();
        assertThat(failed.reason()).isEqualTo(BackupReason.NIGHT);
        assertThat(failed.failure()).contains("could not be written into " + taken);
        assertThat(owed(administrator)).contains("administration.task.backup-failed");

        desk(place.resolve("kept"), true).atNight();

        assertThat(backups.newest(officer, null, 1).getFirst().isVerified()).isTrue();
        assertThat(owed(administrator)).doesNotContain("administration.task.backup-failed");
    }

    @Test
    void aHouseMayDoWithoutNights() {
        desk(place.resolve("kept"), false).atNight();

        assertThat(place).isEmptyDirectory();
        assertThat(backups.newest(officer, null, 1)).isEmpty();
    }

    @Test
    void aMissingNightIsSaid() {
        assertThat(backups.state(officer).late()).isFalse();
        row(clock.instant().minus(Duration.ofHours(40)));
        assertThat(backups.state(officer).late()).isTrue();
        row(clock.instant().minus(Duration.ofHours(30)));
        assertThat(backups.state(officer).late()).isFalse();
    }

    private UUID row(Instant begun) {
        UUID id = Ids.next();
        jdbc.sql("""
                INSERT INTO backup (id, reason, begun_at, ended_at, file, size, table_rows, files, lost_files, program)
                VALUES (?, 'NIGHT', ?, ?, 'f', 1, 1, 1, 0, 'p')
                """).params(id, Columns.moment(begun), Columns.moment(begun)).update();
        return id;
    }

    @Test
    void attemptsAreReadByPages() {
        Instant now = clock.instant();
        List<UUID> rows =
                List.of(row(now), row(now.minusSeconds(60)), row(now.minusSeconds(60)), row(now.minusSeconds(120)));

        List<KeptBackup> first = backups.newest(officer, null, 2);
        List<KeptBackup> second = backups.newest(officer, first.getLast().id(), 5);

        assertThat(first).hasSize(2).first().extracting(KeptBackup::id).isEqualTo(rows.getFirst());
        assertThat(second).hasSize(2).last().extracting(KeptBackup::id).isEqualTo(rows.getLast());
        assertThat(second)
                .extracting(KeptBackup::id)
                .doesNotContainAnyElementsOf(first.stream().map(KeptBackup::id).toList());
    }

    @Test
    void beforeAMigrationTheHouseIsKeptAndAFailureStopsNothing() throws Exception {
        Path folder = place.resolve("kept");
        new BackupBeforeMigration(schema, new BackupSettings(folder, true, true), house.data(), clock).migrating();
        assertThat(folder)
                .isDirectoryContaining(file -> file.getFileName().toString().endsWith("-migration.zip"));

        Path taken = Files.writeString(place.resolve("taken"), "A file.");
        new BackupBeforeMigration(schema, new BackupSettings(taken, true, true), house.data(), clock).migrating();
        assertThat(backups.newest(officer, null, 1).getFirst().failure()).contains("could not be written");

        Path unwanted = place.resolve("unwanted");
        new BackupBeforeMigration(schema, new BackupSettings(unwanted, true, false), house.data(), clock).migrating();
        assertThat(unwanted).doesNotExist();
    }

    @Test
    void aRestoredHouseSettlesOnceAndHoldsItsLettersUntilTheyAreReleased() {
        PersonId person = administrator.requirePerson();
        jdbc.sql("""
                INSERT INTO sign_in (id, token_hash, person, remembered, browser, system, network, begun_at, seen_at, expires_at)
                VALUES (?, sha256('s'), ?, true, 'b', 's', 'n', now(), now(), now() + interval '1 day')
                """).params(Ids.next(), person.value()).update();
        letter("before");
        jdbc.sql("INSERT INTO restoration (id, restored_at, kept_at, program) VALUES (?, now(), now(), 'p')")
                .param(Ids.next())
                .update();
        assertThat(restorations.holds()).isTrue();

        restorations.settle();
        letter("after");
        restorations.settle();
        transaction.executeWithoutResult(_ -> {
            Recipient anybody = new Recipient("", "b@people.example", Language.EN);
            postbox.post(Letter.about("at once", anybody, "trial.letter", "Ben"));
            postbox.post(
                    Letter.about("asked for", anybody, "trial.letter", "Ben").with(Letter.Importance.AWAITED));
        });
        await().atMost(PATIENCE).until(() -> state("asked for").equals("SENT"));

        assertThat(modules).hasSizeGreaterThan(1);
        assertThat(state("before")).isEqualTo("DEAD");
        assertThat(state("after")).isEqualTo("WAITING");
        assertThat(state("at once")).isEqualTo("WAITING");
        assertThat(jdbc.sql("SELECT count(*) FROM sign_in").query(Long.class).single())
                .isZero();
        assertThat(owed(administrator)).contains("administration.task.letters-held");
        assertThat(Objects.requireNonNull(backups.state(officer).held()).letters())
                .isEqualTo(2);

        backups.releaseLetters(administrator);

        assertThat(restorations.holds()).isFalse();
        assertThat(state("after")).isEqualTo("DEAD");
        assertThat(letters.count()).isZero();
        assertThat(owed(administrator)).doesNotContain("administration.task.letters-held");
        assertThat(backups.state(officer).held()).isNull();
        assertThat(audit.about(AuditedBackups.SUBJECT, 5))
                .extracting(AuditedAct::act)
                .contains("administration.letters-released");
    }

    /** Due far away: the house's own rounds leave it alone. */
    private void letter(String fact) {
        jdbc.sql("""
                INSERT INTO letter (id, fact_key, address, name, language, template, subject, secret, importance, message_id, state, due_at, posted_at)
                VALUES (?, ?, 'a@people.example', 'A', 'en', 'trial.letter', 'S', false, 1, ?, 'WAITING', now() + interval '1 day', now())
                """).params(Ids.next(), fact, fact).update();
    }

    private String state(String fact) {
        return jdbc.sql("SELECT state FROM letter WHERE fact_key = ?")
                .param(fact)
                .query(String.class)
                .single();
    }

    /** A migration that waits makes everybody wait who comes after it. */
    @Test
    void migrationsWaitForALockForSecondsOnly() throws Exception {
        try (Connection connection = schema.connect();
                var statement = connection.createStatement()) {
            statement.execute(Objects.requireNonNull(flyway.getConfiguration().getInitSql()));
            var row = statement.executeQuery("SHOW lock_timeout");
            row.next();
            assertThat(row.getString(1)).isEqualTo("5s");
        }
    }
}
