package org.kvartal.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.PersonId;

/**
 * A role given to a person for a scope and a term.
 *
 * @param from the first moment at which it counts
 * @param to the first moment at which it no longer counts, null while open-ended
 */
public record Grant(
        PersonId person,
        Role role,
        Scope scope,
        Instant from,
        @Nullable Instant to) {

    public Grant {
        if (to != null && !to.isAfter(from)) {
            throw new IllegalArgumentException("a grant ends after it begins");
        }
    }
}
