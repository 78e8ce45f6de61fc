package org.kvartal.mail;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How the letters of the house fare, and those that were given up. Whoever calls has checked that it may be known and done. */
public interface GivenUpLetters {

    /**
     * How many there are.
     *
     * @param waiting to be sent, at once or again
     * @param waitingSince when the oldest of them was posted
     * @param sent within the last day
     * @param givenUp and not put aside
     */
    record Counts(long waiting, @Nullable Instant waitingSince, long sent, long givenUp) {}

    /** Why a letter was given up, as far as it is known. */
    enum Cause {
        /** There is no such address. */
        NO_SUCH_ADDRESS,
        /** The recipient's mailbox takes no more. */
        FULL,
        /** It was taken for something that is not wanted. */
        UNWANTED,
        /** The server could not be reached, or did not take it, for two days. */
        UNREACHABLE,
        /** It refused, and gives a reason of its own. */
        REFUSED,
        /** It waited in a backup from which the house was restored, and may have been sent since. */
        RESTORED,
        /** The house failed to write it or to hand it over; no server has refused it. */
        UNWRITTEN
    }

    /**
     * One that was given up.
     *
     * @param said what the mail server said, word for word; empty where no server was asked
     * @param repeatable whether it can be sent again: one with a secret has lost it
     */
    record GivenUp(
            UUID id,
            String address,
            String subject,
            Instant at,
            int attempts,
            Cause cause,
            String said,
            boolean repeatable) {

        public Place place() {
            return new Place(at, id);
        }
    }

    /** Where a list goes on. */
    record Place(Instant at, UUID id) {}

    Counts counts();

    /** The newest first. */
    List<GivenUp> newest(@Nullable Place after, int limit);

    /** Lets one wait to be sent anew; false where it is no longer among them or can't be repeated. */
    boolean sendAgain(UUID id);

    /** Asks about one no longer; false where it is no longer among them. */
    boolean putAside(UUID id);
}
