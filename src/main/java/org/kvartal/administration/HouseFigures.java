package org.kvartal.administration;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the house fares at a moment.
 *
 * @param version of the program, null where it runs from its sources
 * @param builtAt when that version was built
 * @param begunAt since when this node runs
 */
public record HouseFigures(
        Instant at,
        @Nullable String version,
        @Nullable Instant builtAt,
        Instant begunAt,
        Disk disk,
        Database database,
        Keeping keeping,
        Mail mail,
        long failedFacts,
        long failedJobs,
        People people,
        List<Bite> limits) {

    public HouseFigures {
        limits = List.copyOf(limits);
    }

    /** Where the house's data lie, in bytes. */
    public record Disk(long free, long size) {

        /** Below a tenth, and below 2 GB, somebody should make room. */
        public boolean isScarce() {
            return free < size / 10 && free < 2_000_000_000L;
        }
    }

    /**
     * The database.
     *
     * @param embedded whether it is the house's own
     * @param connections of everybody
     * @param most connections that the server takes
     */
    public record Database(boolean embedded, String version, long bytes, int connections, int most) {}

    /**
     * Backups.
     *
     * @param last when the newest whole one was begun
     * @param nightly whether one is made each night
     * @param late whether that of last night is missing
     */
    public record Keeping(@Nullable Instant last, boolean nightly, boolean late) {}

    /**
     * Letters.
     *
     * @param sent within the last day
     * @param givenUp that somebody has to look at
     */
    public record Mail(long waiting, @Nullable Instant waitingSince, long sent, long givenUp) {}

    /** Who is signed in, and who of them was seen within the last quarter of an hour. */
    public record People(long signedIn, long here) {}

    /** How often a limit has stopped somebody within the last day. */
    public record Bite(String limit, long times) {}
}
