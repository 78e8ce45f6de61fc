package org.kvartal.administration.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.administration.BackupReason;
import org.kvartal.files.HeldContents;

/** A backup comes back as it was, or not at all. */
class KeepsakeTests {

    @TempDir
    Path place;

    private SmallHouse house;
    private Path kept;

    @BeforeEach
    void aHouseIsKept() throws Exception {
        house = SmallHouse.filled(place.resolve("house"));
        kept = room().keepIn(place.resolve("kept"), BackupReason.WISH).file();
    }

    @AfterEach
    void nothingIsHalfMade() throws IOException {
        try (var files = Files.walk(place)) {
            assertThat(files.filter(file -> file.toString().endsWith(BackupRoom.PART)))
                    .isEmpty();
        }
    }

    private BackupRoom room() {
        return new BackupRoom(house.schema, house.data, Clock.systemUTC());
    }

    private static Restoring.Restored restore(Path file, SmallHouse into) {
        return new Restoring(into.schema, into.data, false, Clock.systemUTC(), _ -> {}).restore(file);
    }

    private void refuses(Path file, String why) throws Exception {
        SmallHouse elsewhere = SmallHouse.empty(place.resolve("elsewhere"));
        assertThatExceptionOfType(CannotKeep.class)
                .isThrownBy(() -> restore(file, elsewhere))
                .withMessageContaining(why);
        assertThat(elsewhere.schema.isEmpty()).isTrue();
        assertThat(elsewhere.contents.isEmpty()).isTrue();
    }

    private Path forged(Consumer<Map<String, byte[]>> change) throws IOException {
        return Forgery.of(kept, place.resolve("forged.zip"), change);
    }

    @Test
    void aHouseComesBackAsItWas() throws Exception {
        SmallHouse elsewhere = SmallHouse.empty(place.resolve("elsewhere"));

        Restoring.Restored restored = restore(kept, elsewhere);

        assertThat(restored.files()).isEqualTo(4);
        assertThat(restored.lost()).isEmpty();
        Path again = new BackupRoom(elsewhere.schema, elsewhere.data, Clock.systemUTC())
                .keepIn(place.resolve("again"), BackupReason.WISH)
                .file();
        try (Keepsake before = Keepsake.open(kept);
                Keepsake after = Keepsake.open(again)) {
            assertThat(after.manifest().steps()).isEqualTo(before.manifest().steps());
            assertThat(after.manifest().tables())
                    .filteredOn(table -> !table.name().equals("restoration"))
                    .isEqualTo(before.manifest().tables().stream()
                            .filter(table -> !table.name().equals("restoration"))
                            .toList());
            assertThat(after.manifest().sequences()).isEqualTo(before.manifest().sequences());
            assertThat(after.contents()).isEqualTo(before.contents()).hasSize(4);
        }
        assertThat(elsewhere.ask("SELECT string_agg(name, '|' ORDER BY name) FROM stored_file"))
                .contains("Отчёт за год 3.txt");
    }

    @Test
    void referencesTriggersAndRightsAreThoseOfTheHouse() throws Exception {
        SmallHouse elsewhere = SmallHouse.empty(place.resolve("elsewhere"));
        restore(kept, elsewhere);

        for (String question : new String[] {
            "SELECT string_agg(conrelid::regclass || conname || pg_get_constraintdef(oid) || convalidated, E'\\n' ORDER BY conrelid::regclass::text, conname) FROM pg_constraint",
            "SELECT string_agg(tgrelid::regclass || tgname || tgenabled::text, E'\\n' ORDER BY tgrelid::regclass::text, tgname) FROM pg_trigger WHERE NOT tgisinternal",
            "SELECT string_agg(relname || coalesce(relacl::text, ''), E'\\n' ORDER BY relname) FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'S') AND relname <> 'flyway_schema_history'"
        }) {
            assertThat(elsewhere.ask(question)).isEqualTo(house.ask(question));
        }
    }

    @Test
    void numbersGoOnWhereTheyWere() throws Exception {
        SmallHouse elsewhere = SmallHouse.empty(place.resolve("elsewhere"));
        restore(kept, elsewhere);
        String next = """
                INSERT INTO audit_entry (at, actor_house, act, subject_kind, subject_id, details)
                VALUES (now(), 'test', 'a.b', 'a.b', gen_random_uuid(), '{}') RETURNING number
                """;

        assertThat(elsewhere.ask(next)).isEqualTo(house.ask(next)).isEqualTo("38");
    }

    @Test
    void nobodyElseMayReadIt() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(Objects.requireNonNull(kept.getParent()))))
                .isEqualTo("rwx------");
    }

    @Test
    void anyChangedByteIsNoticed() throws IOException {
        byte[] genuine = Files.readAllBytes(kept);
        Path changed = place.resolve("changed.zip");
        for (int at = 0; at < genuine.length; at += at < 200 || at > genuine.length - 200 ? 1 : 1_499) {
            byte[] bytes = genuine.clone();
            bytes[at] ^= (byte) (1 << at % 8);
            Files.write(changed, bytes);
            assertThatExceptionOfType(CannotKeep.class).as("byte %d", at).isThrownBy(() -> Keepsake.open(changed));
        }
    }

    @Test
    void whatIsCutIsNoticed() throws Exception {
        byte[] genuine = Files.readAllBytes(kept);
        Path cut = place.resolve("cut.zip");
        for (int length : new int[] {genuine.length - 1, genuine.length - 64, genuine.length / 2, 100}) {
            Files.write(cut, Arrays.copyOf(genuine, length));
            refuses(cut, "is damaged or incomplete");
        }
        Files.write(cut, new byte[0]);
        refuses(cut, "is not a backup made by Kvartal");
        Files.write(cut, Arrays.copyOf(genuine, genuine.length + 1));
        refuses(cut, "is damaged or incomplete");
    }

    @Test
    void whatIsNoBackupIsRefused() throws Exception {
        Path foreign = place.resolve("foreign.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(foreign))) {
            zip.putNextEntry(new ZipEntry("holiday.txt"));
            zip.write("Sun.".getBytes(StandardCharsets.UTF_8));
        }
        refuses(foreign, "is not a backup made by Kvartal");
        refuses(place.resolve("nothing"), "there is no file");
        refuses(place, "there is no file");
    }

    @Test
    void noNameLeadsOutOfThePlace() throws Exception {
        for (String name : new String[] {
            "../evil",
            "files/../../evil",
            "/etc/evil",
            "tables/../person",
            "files/" + "A".repeat(64),
            "tables/pg_authid",
            "C:\\evil"
        }) {
            refuses(forged(entries -> entries.put(name, new byte[] {1})), "which no backup does");
        }
        assertThat(place.resolve("evil")).doesNotExist();
    }

    @Test
    void liesAboutSizesAndContentsAreNoticed() throws Exception {
        refuses(
                forged(entries -> entries.put("tables/person", new byte[200 << 20])),
                "more comes out of it than its manifest says");
        refuses(
                forged(entries -> entries.put(
                        "tables/person",
                        new String(Objects.requireNonNull(entries.get("tables/person")), StandardCharsets.UTF_8)
                                .replaceFirst("Ёлка 77 ", "Ёлка 78 ")
                                .getBytes(StandardCharsets.UTF_8))),
                "the table person is not what its manifest says");
        refuses(
                forged(entries -> entries.replaceAll((name, bytes) ->
                        name.startsWith("files/") ? "Текст x".getBytes(StandardCharsets.UTF_8) : bytes)),
                "is not what its name says");
        refuses(
                forged(entries -> entries.keySet().removeIf(name -> name.equals("tables/letter"))),
                "not everything is in it");
        refuses(forged(entries -> entries.remove(KeepsakeWriting.MANIFEST)), "it has no manifest");
        refuses(
                forged(entries ->
                        entries.put(KeepsakeWriting.MANIFEST, "{\"format\": 1}".getBytes(StandardCharsets.UTF_8))),
                "its manifest lacks something");
        refuses(
                forged(entries -> Forgery.inManifest(
                        entries, "\"bytes\" : \\d+,\\s+\"lost\"", "\"bytes\" : 4000000000000000000, \"lost\"")),
                "free, and this backup needs");
    }

    @Test
    void aNewerKvartalIsNamed() throws Exception {
        refuses(
                forged(entries -> Forgery.inManifest(entries, "\"format\" : 1", "\"format\" : 2")),
                "was made by a newer Kvartal");
        refuses(
                forged(entries -> Forgery.inManifest(
                        entries,
                        "\"steps\" : \\[",
                        "\"steps\" : [{\"version\":\"9999\",\"script\":\"kernel/V9999__later.sql\",\"checksum\":1},")),
                "whose migration kernel/V9999__later.sql this one does not know: update this program first");
        refuses(
                forged(entries -> Forgery.inManifest(entries, "\"checksum\" : -?\\d+", "\"checksum\" : 1")),
                "was made by another edition of Kvartal");
    }

    @Test
    void aPlaceThatIsNotEmptyIsLeftAlone() throws Exception {
        String people = house.ask("SELECT count(*) FROM person");
        SmallHouse other = SmallHouse.filled(place.resolve("other"));
        assertThatExceptionOfType(CannotKeep.class)
                .isThrownBy(() -> restore(kept, other))
                .withMessageContaining("the database is not empty");
        assertThat(other.ask("SELECT count(*) FROM person")).isEqualTo(people);
        assertThat(other.contents.isEmpty()).isFalse();

        SmallHouse elsewhere = SmallHouse.empty(other.data);
        assertThatExceptionOfType(CannotKeep.class)
                .isThrownBy(() -> restore(kept, elsewhere))
                .withMessageContaining("there are files in");
        assertThat(elsewhere.schema.isEmpty()).isTrue();
        assertThat(other.contents.isEmpty()).isFalse();
    }

    @Test
    void anInterruptedRestorationIsTakenUpFromTheBeginning() throws Exception {
        SmallHouse elsewhere = SmallHouse.empty(place.resolve("elsewhere"));
        elsewhere.schema.build(house.schema.applied());
        elsewhere.schema.markUnfinished(true);
        Files.write(elsewhere.contents.workbench().resolve("left"), new byte[3]);

        restore(kept, elsewhere);

        assertThat(elsewhere.schema.isUnfinished()).isFalse();
        assertThat(elsewhere.ask("SELECT count(*) FROM person")).isEqualTo("500");
    }

    @Test
    void aFullDiskIsSaidAndLeavesNothing() throws Exception {
        BackupRoom full =
                new BackupRoom(house.schema, house.data, Clock.systemUTC(), out -> new FilterOutputStream(out) {

                    private long left = 20_000;

                    @Override
                    public void write(byte[] bytes, int from, int count) throws IOException {
                        left -= count;
                        if (left < 0) {
                            throw new IOException("No space left on device");
                        }
                        out.write(bytes, from, count);
                    }
                });
        Path folder = place.resolve("full");

        assertThatExceptionOfType(CannotKeep.class)
                .isThrownBy(() -> full.keepIn(folder, BackupReason.NIGHT))
                .withMessageContaining("No space left on device");

        assertThat(folder).isEmptyDirectory();
        assertThat(house.ask("SELECT failure FROM backup WHERE reason = 'NIGHT'"))
                .contains("No space left on device");
        assertThat(house.ask("SELECT count(*) FROM backup WHERE ended_at IS NULL"))
                .isEqualTo("0");
    }

    @Test
    void onlyOneIsMadeAtATime() throws Exception {
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        BackupRoom slow =
                new BackupRoom(house.schema, house.data, Clock.systemUTC(), out -> waiting(out, writing, goOn));
        try (var threads = Executors.newSingleThreadExecutor()) {
            Future<BackupRoom.Made> first =
                    threads.submit(() -> slow.keepIn(place.resolve("kept"), BackupReason.NIGHT));
            writing.await();

            assertThatExceptionOfType(CannotKeep.class)
                    .isThrownBy(() -> room().keepIn(place.resolve("kept"), BackupReason.NIGHT))
                    .withMessageContaining("another backup is being made");

            goOn.countDown();
            assertThat(first.get().file()).exists();
        }
    }

    private static OutputStream waiting(OutputStream out, CountDownLatch writing, CountDownLatch goOn) {
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int from, int count) throws IOException {
                writing.countDown();
                try {
                    goOn.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
                out.write(bytes, from, count);
            }
        };
    }

    @Test
    void whatADeadProgramLeftIsClearedByTheNext() throws Exception {
        Path folder = Objects.requireNonNull(kept.getParent());
        Path left = Files.write(folder.resolve("kvartal-20260101-030000-night.zip" + BackupRoom.PART), new byte[5]);
        Path foreign = Files.write(folder.resolve("mine.zip"), new byte[5]);
        house.execute(
                "INSERT INTO backup (id, reason, begun_at) VALUES (gen_random_uuid(), 'NIGHT', '2026-01-01 03:00Z')");

        room().keepIn(folder, BackupReason.NIGHT);

        assertThat(left).doesNotExist();
        assertThat(foreign).exists();
        assertThat(house.ask("SELECT failure FROM backup WHERE begun_at < '2026-02-01'"))
                .contains("the program ended");
    }

    @Test
    void fourteenNightsAreKeptAndOthersApart() throws Exception {
        Path folder = Objects.requireNonNull(kept.getParent());
        for (int day = 10; day < 26; day++) {
            Files.write(folder.resolve("kvartal-202601" + day + "-030000-night.zip"), new byte[1]);
        }
        Files.write(folder.resolve("kvartal-20260101-030000-migration.zip"), new byte[1]);

        Path newest = room().keepIn(folder, BackupReason.NIGHT).file();

        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .hasSize(14 + 1 + 1)
                    .contains(
                            newest.getFileName().toString(), kept.getFileName().toString())
                    .contains("kvartal-20260101-030000-migration.zip", "kvartal-20260113-030000-night.zip")
                    .doesNotContain("kvartal-20260112-030000-night.zip");
        }
    }

    @Test
    void aLostFileIsSaidAndKeepsNothingElseFromBeingKept() throws Exception {
        String gone = house.file("gone.txt", "Was there.");
        String rotten = house.file("rotten.txt", "Was whole.");
        Files.delete(house.contents.place(gone));
        Files.writeString(house.contents.place(rotten), "Was hole..");

        BackupRoom.Made made = room().keepAs(place.resolve("with gaps.zip"), BackupReason.WISH);

        assertThat(made.lostFiles()).isEqualTo(2);
        SmallHouse elsewhere = SmallHouse.empty(place.resolve("elsewhere"));
        assertThat(restore(made.file(), elsewhere).lost()).containsExactlyInAnyOrder(gone, rotten);
        assertThat(elsewhere.ask("SELECT count(*) FROM stored_file")).isEqualTo("6");
        assertThatExceptionOfType(CannotKeep.class)
                .isThrownBy(() -> room().keepAs(made.file(), BackupReason.WISH))
                .withMessageContaining("there is a file");
    }

    @Test
    void whatIsWrittenMeanwhileIsNotInIt() throws Exception {
        try (Connection connection = house.schema.connect();
                Snapshot snapshot = Snapshot.on(connection)) {
            var columns = Objects.requireNonNull(snapshot.tables().get("person"));
            snapshot.moment();
            house.execute("UPDATE person SET name = 'Later'");
            house.execute("DELETE FROM audit_reason");

            assertThat(snapshot.copy("person", columns, OutputStream.nullOutputStream())
                            .checksum())
                    .isEqualTo(table("person").checksum());
            assertThat(snapshot.copy(
                                    "audit_reason",
                                    Objects.requireNonNull(snapshot.tables().get("audit_reason")),
                                    OutputStream.nullOutputStream())
                            .rows())
                    .isEqualTo(3);
        }
    }

    private Manifest.Table table(String name) throws IOException {
        try (Keepsake keepsake = Keepsake.open(kept)) {
            return keepsake.manifest().tables().stream()
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Numbers of transactions, of objects and of types mean something to one server alone. */
    @Test
    void nothingIsKeptThatAnotherServerWouldUnderstandOtherwise() throws SQLException {
        assertThat(house.ask("""
                SELECT coalesce(string_agg(c.relname || '.' || a.attname, ', '), 'none')
                  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid JOIN pg_type t ON t.oid = a.atttypid
                 WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND a.attnum > 0
                   AND (t.typname IN ('xid', 'xid8', 'cid', 'oid', 'tid', 'pg_snapshot', 'txid_snapshot') OR t.typname LIKE 'reg%%')
                   AND c.relname <> ALL ('{%s}')
                """.formatted(String.join(",", Snapshot.LEFT_OUT))))
                .isEqualTo("none");
    }

    /** Who copies the house holds its contents: the sweep leaves them. */
    @Test
    void contentsAreHeldWhileTheyAreCopied() throws Exception {
        String mine = "SELECT pg_try_advisory_xact_lock(" + HeldContents.LOCK + ")";
        try (Connection connection = house.schema.connect();
                Snapshot snapshot = Snapshot.on(connection)) {
            snapshot.moment();
            assertThat(house.ask(mine)).isEqualTo("f");
        }
        assertThat(house.ask(mine)).isEqualTo("t");
    }
}
