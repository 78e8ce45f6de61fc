package org.kvartal.administration.domain;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.kvartal.administration.BackupReason;
import org.kvartal.files.ContentFolder;
import org.kvartal.files.HeldContents;
import org.kvartal.kernel.Schema.Step;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Writes a house into one file, in one go and with little memory: what it is for people, the tables, the contents of files, the manifest. */
final class KeepsakeWriting {

    static final String NOTE = "kvartal.txt";
    static final String MANIFEST = "manifest.json";
    static final String TABLES = "tables/";
    static final String FILES = "files/";
    static final String SEALED = "Kvartal SHA-256 ";

    private static final Logger log = LoggerFactory.getLogger(KeepsakeWriting.class);

    private final Snapshot snapshot;
    private final ContentFolder contents;

    KeepsakeWriting(Snapshot snapshot, ContentFolder contents) {
        this.snapshot = snapshot;
        this.contents = contents;
    }

    /** Writes everything and closes the stream; the last bytes are to be replaced by a {@link Seal}. */
    Manifest write(BackupReason reason, List<Step> steps, OutputStream to) throws IOException, SQLException {
        try (ZipOutputStream zip = new ZipOutputStream(to, StandardCharsets.UTF_8)) {
            zip.setComment(SEALED + "0".repeat(Seal.LENGTH));
            zip.setLevel(Deflater.BEST_SPEED);
            zip.putNextEntry(new ZipEntry(NOTE));
            zip.write("""
                    A backup of a Kvartal house: its data, its files, and a manifest that says what it must hold.
                    Whoever has it can read everything in it. "./kvartal restore FILE" makes a house of it again.
                    """.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
            List<Manifest.Table> tables = tables(zip);
            List<Manifest.Sequence> sequences = snapshot.sequences();
            zip.setLevel(Deflater.NO_COMPRESSION);
            Manifest.Contents files = files(zip);
            zip.setLevel(Deflater.BEST_SPEED);
            Manifest manifest = new Manifest(
                    Manifest.FORMAT,
                    Manifest.thisProgram(),
                    reason,
                    snapshot.moment(),
                    snapshot.serverVersion(),
                    steps,
                    tables,
                    sequences,
                    files);
            zip.putNextEntry(new ZipEntry(MANIFEST));
            zip.write(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
            zip.closeEntry();
            return manifest;
        }
    }

    private List<Manifest.Table> tables(ZipOutputStream zip) throws IOException, SQLException {
        List<Manifest.Table> tables = new ArrayList<>();
        for (var table : snapshot.tables().entrySet()) {
            zip.putNextEntry(new ZipEntry(TABLES + table.getKey()));
            Tally.Total total = snapshot.copy(table.getKey(), table.getValue(), zip);
            zip.closeEntry();
            tables.add(new Manifest.Table(
                    table.getKey(), List.copyOf(table.getValue()), total.rows(), total.bytes(), total.checksum()));
        }
        return tables;
    }

    /** A content that is gone or damaged does not keep the rest from being kept. */
    private Manifest.Contents files(ZipOutputStream zip) throws IOException, SQLException {
        List<String> lost = new ArrayList<>();
        long[] sums = new long[2];
        HeldContents.each(snapshot.connection(), (hash, size) -> {
            if (isWhole(hash, size)) {
                zip.putNextEntry(new ZipEntry(FILES + hash));
                try (InputStream in = Files.newInputStream(contents.place(hash))) {
                    in.transferTo(zip);
                }
                zip.closeEntry();
                sums[0]++;
                sums[1] += size;
            } else {
                log.warn("The content {} of a file is lost", hash);
                lost.add(hash);
            }
        });
        return new Manifest.Contents(sums[0], sums[1], lost);
    }

    /** Read before it is written: the second time it comes from memory. */
    private boolean isWhole(String hash, long size) throws IOException {
        Path place = contents.place(hash);
        try (DigestOutputStream digest = new DigestOutputStream(OutputStream.nullOutputStream(), Sha256.digest());
                InputStream in = Files.newInputStream(place)) {
            return in.transferTo(digest) == size
                    && HexFormat.of()
                            .formatHex(digest.getMessageDigest().digest())
                            .equals(hash);
        } catch (NoSuchFileException gone) {
            return false;
        }
    }
}
