package org.kvartal.administration.domain;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.kvartal.administration.BackupReason;
import org.kvartal.kernel.Schema.Step;

/**
 * What a backup says of itself.
 *
 * @param format of the file; a program restores its own and all former ones
 * @param program the version that made it
 * @param keptAt the moment of the snapshot
 * @param postgres the version of the database that was copied
 * @param steps the migrations that had run, by which the schema is built anew
 */
record Manifest(
        int format,
        String program,
        BackupReason reason,
        Instant keptAt,
        String postgres,
        List<Step> steps,
        List<Table> tables,
        List<Sequence> sequences,
        Contents files) {

    static final int FORMAT = 1;

    /**
     * @param columns in the order in which they were copied
     * @param checksum see {@link Tally}
     */
    record Table(String name, List<String> columns, long rows, long bytes, String checksum) {}

    /** @param called whether {@code last} was given already */
    record Sequence(String name, long last, boolean called) {}

    /**
     * The contents of files. Each lies in the backup under its SHA-256.
     *
     * @param lost contents that the house should have had and that were not found, or no longer what they were
     */
    record Contents(long count, long bytes, List<String> lost) {}

    /** The version of the program that runs here. */
    static String thisProgram() {
        return Objects.requireNonNullElse(Manifest.class.getPackage().getImplementationVersion(), "development");
    }

    long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }

    long tableBytes() {
        return tables.stream().mapToLong(Table::bytes).sum();
    }
}
