package org.kvartal.administration;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.Permission;
import org.kvartal.accounts.Role;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.FailedFacts.FailedFact;
import org.kvartal.kernel.FailedJobs.FailedJob;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.NotFound;
import org.kvartal.mail.GivenUpLetters.GivenUp;
import org.kvartal.mail.GivenUpLetters.Place;

/**
 * How the house fares, and what is to be done where something has failed.
 *
 * <p>Each of it throws {@link Forbidden} if the asker may not {@link #WATCH}.
 */
public interface HouseWatch {

    /** Who may know how the house fares and mend it, beside the house itself. */
    Permission WATCH = Permission.of("administration.watch", Role.ADMINISTRATOR);

    boolean mayWatch(Asker by);

    HouseFigures figures(Asker by);

    /** Letters that were given up, the newest first. */
    List<GivenUp> letters(Asker by, @Nullable Place after, int limit);

    /** Facts that a listener could not deal with, the oldest first. */
    List<FailedFact> facts(Asker by, int limit);

    /** Jobs whose last run failed, the latest first. */
    List<FailedJob> jobs(Asker by, int limit);

    /**
     * Lets a letter wait to be sent anew.
     *
     * @throws NotFound if it is no longer among those that were given up, or can't be repeated
     */
    void sendLetterAgain(Asker by, UUID letter);

    /**
     * Asks about a letter no longer.
     *
     * @throws NotFound if it is no longer among those that were given up
     */
    void putLetterAside(Asker by, UUID letter);

    /**
     * Sends a fact again now.
     *
     * @throws NotFound if it is no longer among those that failed
     */
    void sendFactAgain(Asker by, UUID fact);

    /**
     * Lets a job run now.
     *
     * @throws NotFound if it is no longer among those that failed, or runs already
     */
    void runJobNow(Asker by, String job, String instance);
}
