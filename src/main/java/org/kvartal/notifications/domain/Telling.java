package org.kvartal.notifications.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.kvartal.kernel.PersonId;

/**
 * What is still to be done for a notice after the act that told it.
 *
 * @param notice made from the key, the same for everybody who is told
 * @param laid whether the notice lies in the inboxes of these people already
 */
record Telling(
        UUID id,
        UUID notice,
        String kind,
        UUID subject,
        List<UUID> places,
        long edition,
        List<PersonId> people,
        Instant toldAt,
        boolean laid) {

    Telling {
        people = List.copyOf(people);
    }

    Telling to(List<PersonId> others) {
        return new Telling(id, notice, kind, subject, places, edition, others, toldAt, laid);
    }
}
