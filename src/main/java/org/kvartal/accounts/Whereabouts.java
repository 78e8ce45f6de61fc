package org.kvartal.accounts;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import org.kvartal.kernel.PersonId;

/** By which clock people live, and when they were last here: for letters that shall come at a good hour, and only to whoever still reads them. */
public interface Whereabouts {

    /** The person's own time zone, or the house's where nobody knows the person. */
    ZoneId zone(PersonId person);

    /** The same for many people with when they were here, in one query. Unknown ids are left out. */
    Map<PersonId, Stay> stays(Collection<PersonId> people);

    /** @param seenAt when the person was last here as far as is still known; at least when they joined */
    record Stay(ZoneId zone, Instant seenAt) {}
}
