package org.kvartal.administration;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to keep a backup.
 *
 * @param endedAt null while it is made
 * @param file the name of the whole and verified file; null while it is made, and where it failed
 * @param lostFiles files that the house should have and could not find
 * @param program the version that made it
 * @param failure what went wrong, in English; null where nothing did
 * @param pruned whether it was deleted by itself since
 */
public record KeptBackup(
        UUID id,
        BackupReason reason,
        Instant begunAt,
        @Nullable Instant endedAt,
        @Nullable String file,
        long size,
        long rows,
        long files,
        long lostFiles,
        @Nullable String program,
        @Nullable String failure,
        boolean pruned) {

    /** Whether there is a file that was read again after it was written. */
    public boolean isVerified() {
        return file != null;
    }

    public boolean isUnderWay() {
        return endedAt == null;
    }
}
