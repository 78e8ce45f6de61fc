package org.kvartal.calendar;

import java.time.Instant;
import java.util.Optional;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.PersonId;

/**
 * The address at which a person's own calendar is read by other programs. It holds a secret that the house keeps as a hash alone, so it is shown once, when it is made.
 *
 * @see "Decision record 0057, the calendar"
 */
public interface Subscriptions {

    /** Makes the secret; an earlier one of the same person opens nothing any more. */
    String make(Asker by);

    /** Makes the person's secret worthless; no error where there is none. */
    void revoke(Asker by);

    /** Since when the asker has one. */
    Optional<Instant> since(Asker asker);

    /** Whose secret it is. */
    Optional<PersonId> whose(String secret);
}
