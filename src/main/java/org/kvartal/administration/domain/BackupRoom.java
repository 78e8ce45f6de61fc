package org.kvartal.administration.domain;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.kvartal.administration.BackupReason;
import org.kvartal.files.ContentFolder;
import org.kvartal.files.HeldContents;
import org.kvartal.kernel.Schema;
import org.kvartal.kernel.Schema.Step;

/**
 * Makes backups, one at a time in the whole cluster. A file gets its name when it is whole, on disk, and was read again.
 *
 * @see "Decision record 0154, what a backup is"
 */
public final class BackupRoom {

    static final String PART = ".part";

    private static final long ALONE = 0x6b76_6172_7461_0002L;
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int BUFFER = 1 << 18;

    private final Schema schema;
    private final ContentFolder contents;
    private final Clock clock;
    private final UnaryOperator<OutputStream> disk;

    /** @param data the house's data folder */
    public BackupRoom(Schema schema, Path data, Clock clock) {
        this(schema, data, clock, UnaryOperator.identity());
    }

    /** @param disk what stands between the writing and the file; for tests of a disk that is full */
    BackupRoom(Schema schema, Path data, Clock clock, UnaryOperator<OutputStream> disk) {
        this.schema = schema;
        this.contents = new ContentFolder(data);
        this.clock = clock;
        this.disk = disk;
    }

    /** A backup that was made and read again. */
    public record Made(Path file, long size, long rows, long files, long lostFiles, Instant keptAt) {}

    /**
     * Makes a backup in the folder, under a name of the house's choice, and deletes the oldest of its kind there.
     *
     * @throws CannotKeep if that fails; nothing is left then
     */
    public Made keepIn(Path folder, BackupReason reason) {
        return make(folder, null, reason);
    }

    /**
     * The same under a name of somebody's own, where no file may be yet.
     *
     * @throws CannotKeep if that fails; nothing is left then
     */
    public Made keepAs(Path file, BackupReason reason) {
        if (Files.exists(file)) {
            throw new CannotKeep("there is a file " + file + " already: name another");
        }
        Path folder = file.toAbsolutePath().getParent();
        return make(folder == null ? Path.of("/") : folder, file.getFileName().toString(), reason);
    }

    private Made make(Path folder, @Nullable String name, BackupReason reason) {
        try (Connection connection = schema.connect();
                Connection books = schema.connect()) {
            if (!isAlone(connection)) {
                throw CannotKeep.busy();
            }
            Ledger ledger = new Ledger(books);
            Instant begun = clock.instant();
            UUID id = ledger.begin(reason, begun);
            try {
                String called = name != null
                        ? name
                        : "kvartal-" + NAME.format(begun) + "-" + reason.name().toLowerCase(Locale.ROOT) + ".zip";
                return write(connection, ledger, id, place(folder), called, reason);
            } catch (CannotKeep e) {
                ledger.failed(id, clock.instant(), e.sentence());
                throw e;
            } catch (IOException | SQLException | RuntimeException e) {
                String why = "the backup could not be written into " + folder + ": " + e.getMessage();
                ledger.failed(id, clock.instant(), why);
                throw new CannotKeep(why, e);
            }
        } catch (SQLException e) {
            throw new CannotKeep("the database does not let itself be copied: " + e.getMessage(), e);
        }
    }

    private static boolean isAlone(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT pg_try_advisory_lock(?)")) {
            statement.setLong(1, ALONE);
            var row = statement.executeQuery();
            return row.next() && row.getBoolean(1);
        }
    }

    private static Path place(Path folder) throws IOException {
        Path absolute = folder.toAbsolutePath();
        if (!Files.exists(absolute)) {
            Files.createDirectories(
                    absolute, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        KeptFiles.clearLeft(absolute);
        return absolute;
    }

    private Made write(Connection connection, Ledger ledger, UUID id, Path folder, String name, BackupReason reason)
            throws IOException, SQLException {
        Path part = folder.resolve(name + PART);
        Files.deleteIfExists(part);
        try {
            Manifest manifest;
            try (Snapshot snapshot = Snapshot.on(connection)) {
                requireSpace(snapshot, folder);
                manifest = write(snapshot, part, reason);
            }
            verify(part);
            Path whole = Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            sync(folder);
            long size = Files.size(whole);
            ledger.kept(id, clock.instant(), name, size, manifest);
            ledger.pruned(KeptFiles.prune(folder, reason), clock.instant());
            return new Made(
                    whole,
                    size,
                    manifest.rows(),
                    manifest.files().count(),
                    manifest.files().lost().size(),
                    manifest.keptAt());
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private Manifest write(Snapshot snapshot, Path part, BackupReason reason) throws IOException, SQLException {
        try (FileChannel channel = FileChannel.open(
                part,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            Seal.Stream sealing = new Seal.Stream(disk.apply(Channels.newOutputStream(channel)));
            List<Step> steps = schema.applied();
            Manifest manifest = new KeepsakeWriting(snapshot, contents)
                    .write(reason, steps, new BufferedOutputStream(new Open(sealing), BUFFER));
            if (!schema.applied().equals(steps)) {
                throw new CannotKeep("the house got a newer schema while it was copied: make the backup again");
            }
            channel.write(ByteBuffer.wrap(sealing.seal()), sealing.length() - Seal.LENGTH);
            channel.force(true);
            return manifest;
        }
    }

    /** What was written is what lies on the disk, and opens. */
    private static void verify(Path part) throws IOException {
        try (Keepsake keepsake = Keepsake.open(part)) {
            keepsake.manifest();
        }
    }

    /** As much as it may need at most: texts are packed on the way. */
    private static void requireSpace(Snapshot snapshot, Path folder) throws SQLException, IOException {
        long[] needed = {snapshot.tableBytes()};
        HeldContents.each(snapshot.connection(), (_, size) -> needed[0] += size);
        long free = Files.getFileStore(folder).getUsableSpace();
        if (free < needed[0]) {
            throw new CannotKeep("the disk of " + folder + " has " + megabytes(free) + " free, and a backup may need "
                    + megabytes(needed[0]));
        }
    }

    static String megabytes(long bytes) {
        return ((bytes + (1 << 20) - 1) >> 20) + " MB";
    }

    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Leaves the file open when what was written into it is complete: its seal is still missing. */
    private static final class Open extends java.io.FilterOutputStream {

        Open(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            out.write(bytes, from, count);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
