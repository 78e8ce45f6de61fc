package org.kvartal.kernel;

import java.time.Instant;

/**
 * Settles in a restored house what must not go on where the backup ends: letters that waited, sign-ins that were ended since. Asked once, in one
 * transaction, before the program opens and before any job runs.
 */
public interface AfterRestore {

    /** @param keptAt up to when the restored house remembers */
    void settle(Instant keptAt);
}
