package org.kvartal.files.domain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.kvartal.files.FileAccess;
import org.kvartal.files.FileId;
import org.kvartal.files.HeldContents;
import org.kvartal.kernel.Columns;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes away what nobody can come back for: files whose object is gone or uses them no more, bytes that no file has, and what crashed uploads
 * left. Nothing younger than a day is touched, and a module that doesn't say that an object is gone, or a file unused, keeps it.
 */
@Component
class Sweep {

    private static final Logger log = LoggerFactory.getLogger(Sweep.class);
    private static final Duration GRACE = Duration.ofDays(1);
    private static final int BATCH = 500;
    private static final UUID FIRST = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Shelf shelf;
    private final Readers readers;
    private final TransactionTemplate transaction;

    Sweep(JdbcClient jdbc, Clock clock, Shelf shelf, Readers readers, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.shelf = shelf;
        this.readers = readers;
        this.transaction = transaction;
    }

    void run() {
        Instant before = clock.instant().minus(GRACE);
        readers.all().forEach(module -> forgetLeftFiles(module, before));
        int taken = 0;
        while (takeUnusedContent(before)) {
            taken++;
        }
        if (taken > 0) {
            log.info("{} contents that no file has were taken away", taken);
        }
        clearWorkbench();
    }

    private void forgetLeftFiles(FileAccess module, Instant before) {
        List<UUID> objects = objectsAfter(FIRST, module.module(), before);
        while (!objects.isEmpty()) {
            Set<UUID> gone = new HashSet<>(module.gone(Set.copyOf(objects)));
            gone.retainAll(objects);
            if (!gone.isEmpty()) {
                transaction.executeWithoutResult(_ -> jdbc.sql("""
                        DELETE FROM stored_file WHERE module = :module AND object = ANY (:gone) AND created_at < :before
                        """)
                        .param("module", module.module())
                        .param("gone", gone.toArray(UUID[]::new))
                        .param("before", Columns.moment(before))
                        .update());
            }
            forgetUnused(module, objects, before);
            objects = objectsAfter(objects.getLast(), module.module(), before);
        }
    }

    private void forgetUnused(FileAccess module, List<UUID> objects, Instant before) {
        Map<FileId, UUID> files = new HashMap<>();
        jdbc.sql("""
                SELECT id, object FROM stored_file
                 WHERE module = :module AND object = ANY (:objects) AND created_at < :before
                """)
                .param("module", module.module())
                .param("objects", objects.toArray(UUID[]::new))
                .param("before", Columns.moment(before))
                .query((row, _) -> files.put(new FileId(Columns.id(row, "id")), Columns.id(row, "object")))
                .list();
        Set<FileId> unused = new HashSet<>(module.unused(files));
        unused.retainAll(files.keySet());
        if (!unused.isEmpty()) {
            transaction.executeWithoutResult(_ -> jdbc.sql("DELETE FROM stored_file WHERE id = ANY (:unused)")
                    .param("unused", unused.stream().map(FileId::value).toArray(UUID[]::new))
                    .update());
        }
    }

    private List<UUID> objectsAfter(UUID last, String module, Instant before) {
        return jdbc.sql("""
                SELECT DISTINCT object FROM stored_file
                 WHERE module = :module AND object > :last AND created_at < :before
                 ORDER BY object
                 LIMIT :batch
                """)
                .param("module", module)
                .param("last", last)
                .param("before", Columns.moment(before))
                .param("batch", BATCH)
                .query((row, _) -> Columns.id(row, "object"))
                .list();
    }

    /**
     * Nothing is taken while somebody copies the house: what is left is found the next time. The row is locked while the bytes go: who stores the same content again waits, finds no row, and brings the bytes anew.
     */
    private boolean takeUnusedContent(Instant before) {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            boolean held = !jdbc.sql("SELECT pg_try_advisory_xact_lock(:lock)")
                    .param("lock", HeldContents.LOCK)
                    .query(Boolean.class)
                    .single();
            if (held) {
                return false;
            }
            Optional<byte[]> unused = jdbc.sql("""
                    DELETE FROM file_content
                     WHERE sha256 = (SELECT sha256 FROM file_content c
                                      WHERE touched_at < :before
                                        AND NOT EXISTS (SELECT 1 FROM stored_file f WHERE f.sha256 = c.sha256)
                                        AND NOT EXISTS (SELECT 1 FROM stored_file f WHERE f.small = c.sha256)
                                      LIMIT 1
                                        FOR UPDATE SKIP LOCKED)
                    RETURNING sha256
                    """)
                    .param("before", Columns.moment(before))
                    .query((row, _) -> row.getBytes("sha256"))
                    .optional();
            unused.ifPresent(hash -> {
                try {
                    shelf.remove(Hash.of(hash));
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            });
            return unused.isPresent();
        }));
    }

    /** By the clock of the disk, which is the one that says how old a file is. */
    private void clearWorkbench() {
        try {
            Path workbench = shelf.workbench();
            Path youngest = Files.createTempFile(workbench, "sweep", "");
            Instant before = modified(youngest).minus(GRACE);
            Files.delete(youngest);
            try (Stream<Path> left = Files.list(workbench)) {
                for (Path file : left.toList()) {
                    clear(file, before);
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** An upload may take its own file away meanwhile. */
    private static void clear(Path file, Instant before) throws IOException {
        try {
            if (modified(file).isBefore(before)) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException gone) {
            log.debug("{} is gone by itself", file, gone);
        }
    }

    private static Instant modified(Path file) throws IOException {
        return Files.getLastModifiedTime(file).toInstant();
    }
}
