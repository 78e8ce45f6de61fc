package org.kvartal.kernel;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Facts that a listener could not deal with. They are sent again by themselves, later and later; somebody who has mended the cause need not wait for it.
 * Whoever calls has checked that it may be done.
 */
public interface FailedFacts {

    /**
     * One of them.
     *
     * @param listener the name under which it listens
     * @param fact the fact's name, such as {@code PostPublished}
     * @param attempts how often it was tried
     */
    record FailedFact(UUID id, String listener, String fact, int attempts, Instant since) {}

    long count();

    /** The oldest first. */
    List<FailedFact> oldest(int limit);

    /** Sends one again now; false where it is no longer one of them. */
    boolean sendAgain(UUID id);
}
