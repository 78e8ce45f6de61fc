package org.kvartal.accounts;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.PersonId;

/** Copies of everything that the house keeps about a person, made for themselves and nobody else. */
public interface OwnCopies {

    /** How long a copy can be fetched. */
    Duration LIFE = Duration.ofHours(24);

    /** How many somebody may have made within that time. */
    int AT_MOST = 3;

    /**
     * Has a copy made of the asker's own data. While one is being made it is that one.
     *
     * @throws org.kvartal.kernel.Refused if they had too many made already
     */
    UUID want(Asker asker);

    /** The asker's newest copy that is being made or can be fetched; one that could not be made says so. */
    Optional<OwnCopy> newest(Asker asker);

    /** Which of these copies that person can fetch now, and until when. */
    Map<UUID, Instant> ready(PersonId person, Collection<UUID> copies);

    enum State {
        WAITING,
        READY,
        FAILED
    }

    /**
     * @param until when it is taken away; null while it is not there
     * @param size bytes; 0 while it is not there
     * @param address where it is fetched; null while it is not there
     */
    record OwnCopy(
            UUID id,
            State state,
            @Nullable Instant until,
            long size,
            @Nullable String address) {}
}
