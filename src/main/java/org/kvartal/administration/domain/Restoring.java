package org.kvartal.administration.domain;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.kvartal.files.ContentFolder;
import org.kvartal.files.HeldContents;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Schema;
import org.kvartal.kernel.Schema.Step;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a house of a backup, in an empty place: the schema as it was, the rows, the files; everything is read back and compared; then the
 * schema of this program. What fails leaves the place empty again.
 *
 * @see "Decision record 0154, what a backup is"
 */
public final class Restoring {

    private static final Logger log = LoggerFactory.getLogger(Restoring.class);
    /** What a row takes on the server's disk, with its index and until the first checkpoint, of what it takes as text. */
    private static final int ROOM_OF_A_ROW = 3;

    private final Schema schema;
    private final Path data;
    private final ContentFolder contents;
    private final boolean embedded;
    private final Clock clock;
    private final Consumer<String> progress;

    /**
     * @param embedded whether the database lies on the same disk as the data folder
     * @param progress hears in a few words what is being done
     */
    public Restoring(Schema schema, Path data, boolean embedded, Clock clock, Consumer<String> progress) {
        this.schema = schema;
        this.data = data;
        this.contents = new ContentFolder(data);
        this.embedded = embedded;
        this.clock = clock;
        this.progress = progress;
    }

    /** What the restored house holds. */
    public record Restored(Instant keptAt, String program, long rows, long files, List<String> lost) {}

    /**
     * Restores a backup.
     *
     * @throws CannotKeep if it can't be; the place is as empty as before
     */
    public Restored restore(Path file) {
        try (Keepsake keepsake = open(file)) {
            requireKnown(keepsake, file);
            requireEmpty();
            requireSpace(keepsake.manifest());
            try {
                fill(keepsake);
            } catch (IOException | SQLException | RuntimeException e) {
                empty(e);
                throw e instanceof CannotKeep known ? known : failed(file, e);
            }
            Manifest manifest = keepsake.manifest();
            return new Restored(
                    manifest.keptAt(),
                    manifest.program(),
                    manifest.rows(),
                    manifest.files().count(),
                    manifest.files().lost());
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    private Keepsake open(Path file) throws IOException {
        progress.accept("checking " + file);
        return Keepsake.open(file);
    }

    private static CannotKeep failed(Path file, Exception e) {
        return new CannotKeep(file + " could not be restored: " + e.getMessage(), e);
    }

    private void requireKnown(Keepsake keepsake, Path file) {
        Set<Step> known = new HashSet<>(schema.known());
        for (Step step : keepsake.manifest().steps()) {
            if (!known.contains(step)) {
                boolean changed = known.stream().anyMatch(one -> one.version().equals(step.version()));
                throw new CannotKeep(file + " was made by "
                        + (changed ? "another edition of Kvartal" : "a newer Kvartal") + " ("
                        + keepsake.manifest().program() + "), whose migration " + step.script()
                        + (changed
                                ? " differs from this one's: use the edition that made it"
                                : " this one does not know: update this program first"));
            }
        }
    }

    private void requireEmpty() throws IOException {
        if (schema.isUnfinished()) {
            progress.accept("taking away what an interrupted restoration left");
            schema.clear();
            contents.clear();
        }
        if (!schema.isEmpty()) {
            throw new CannotKeep(
                    "the database is not empty: name a folder or a database in which there is no house; nothing was changed");
        }
        if (!contents.isEmpty()) {
            throw new CannotKeep("there are files in " + data.toAbsolutePath().resolve("files")
                    + ": restore into a folder without any; nothing was changed");
        }
    }

    private void requireSpace(Manifest manifest) throws IOException {
        Files.createDirectories(data);
        long needed = manifest.files().bytes() + (embedded ? ROOM_OF_A_ROW * manifest.tableBytes() : 0);
        long free = Files.getFileStore(data).getUsableSpace();
        if (needed < 0 || free < needed) {
            throw new CannotKeep("the disk of " + data.toAbsolutePath() + " has " + BackupRoom.megabytes(free)
                    + " free, and this backup needs " + BackupRoom.megabytes(Math.abs(needed)));
        }
    }

    private void fill(Keepsake keepsake) throws SQLException, IOException {
        Manifest manifest = keepsake.manifest();
        progress.accept("restoring " + manifest.rows() + " rows");
        schema.build(manifest.steps());
        schema.markUnfinished(true);
        Loading loading;
        try (Connection connection = schema.connect()) {
            Snapshot.prepare(connection);
            loading = new Loading(connection, keepsake);
            loading.load();
        }
        progress.accept("restoring " + manifest.files().count() + " files");
        bringFiles(keepsake);
        progress.accept("reading everything back");
        try (Snapshot snapshot = Snapshot.on(schema.connect())) {
            loading.verify(snapshot);
            requireFiles(snapshot, manifest);
        }
        schema.complete();
        mark(manifest);
        schema.markUnfinished(false);
    }

    private void bringFiles(Keepsake keepsake) throws IOException {
        long bytes = 0;
        for (String hash : keepsake.contents()) {
            Path received = Files.createTempFile(contents.workbench(), "restored", "");
            try (DigestOutputStream out = new DigestOutputStream(Files.newOutputStream(received), Sha256.digest());
                    InputStream in = keepsake.content(hash)) {
                bytes += in.transferTo(out);
                if (!HexFormat.of().formatHex(out.getMessageDigest().digest()).equals(hash)) {
                    throw keepsake.damaged("the file " + hash + " is not what its name says");
                }
            }
            contents.put(hash, received);
            Files.deleteIfExists(received);
        }
        if (bytes != keepsake.manifest().files().bytes()) {
            throw keepsake.damaged("its files are shorter than its manifest says");
        }
    }

    private void requireFiles(Snapshot snapshot, Manifest manifest) throws SQLException, IOException {
        Set<String> lost = Set.copyOf(manifest.files().lost());
        HeldContents.each(snapshot.connection(), (hash, size) -> {
            Path place = contents.place(hash);
            if (!lost.contains(hash) && (!Files.exists(place) || Files.size(place) != size)) {
                throw new CannotKeep("the file " + hash + " of the house is not in its backup");
            }
        });
    }

    /** The first start of the program settles what must not go on. */
    private void mark(Manifest manifest) throws SQLException {
        try (Connection connection = schema.connect();
                var statement = connection.prepareStatement(
                        "INSERT INTO restoration (id, restored_at, kept_at, program) VALUES (?, ?, ?, ?)")) {
            statement.setObject(1, Ids.next());
            statement.setObject(2, Columns.moment(clock.instant()));
            statement.setObject(3, Columns.moment(manifest.keptAt()));
            statement.setString(4, manifest.program());
            statement.executeUpdate();
        }
    }

    private void empty(Exception cause) {
        try {
            schema.clear();
            contents.clear();
        } catch (IOException | RuntimeException e) {
            log.warn("What was restored in part could not be taken away: {}", e.getMessage());
            cause.addSuppressed(e);
        }
    }
}
