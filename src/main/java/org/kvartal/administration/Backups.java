package org.kvartal.administration;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;

/** The backups of the house. They are files on the server and leave it only by the hands of whoever keeps that. */
public interface Backups {

    /**
     * Attempts, newest first, by keyset.
     *
     * @param before the last that was read already, null to begin
     * @throws Forbidden if the asker may not {@link AdministrationRights#SEE_BACKUPS}
     */
    List<KeptBackup> newest(Asker asker, @Nullable UUID before, int limit);

    /**
     * How it stands.
     *
     * @throws Forbidden if the asker may not {@link AdministrationRights#SEE_BACKUPS}
     */
    State state(Asker asker);

    /**
     * Has a backup made as soon as a job is free; wished twice before it begins, it is made once.
     *
     * @throws Forbidden if the asker may not {@link AdministrationRights#KEEP_BACKUPS}
     */
    void wish(Asker asker);

    /**
     * Lets letters leave a house that was restored. Those that waited until now are given up: they speak of what may be told already.
     *
     * @throws Forbidden if the asker may not {@link AdministrationRights#KEEP_BACKUPS}
     */
    void releaseLetters(Asker asker);

    /**
     * @param folder where the files lie on the server
     * @param nightly whether one is made each night
     * @param newest the newest that is whole
     * @param late whether a whole one of the last day and a half is missing although one is made each night
     * @param held what keeps letters in the house, null where nothing does
     */
    record State(
            String folder,
            boolean nightly,
            @Nullable KeptBackup newest,
            boolean late,
            @Nullable Held held) {}

    /**
     * @param restoredFrom up to when the house remembers
     * @param letters how many letters wait
     */
    record Held(Instant restoredFrom, long letters) {}
}
