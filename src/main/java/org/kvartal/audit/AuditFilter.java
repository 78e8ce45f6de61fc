package org.kvartal.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.PersonId;

/**
 * Which acts somebody wants to read. What is null narrows nothing.
 *
 * @param person who did it
 * @param module what the acts begin with, such as {@code accounts}
 * @param from the first moment
 * @param to the first moment that is too late
 */
public record AuditFilter(
        @Nullable PersonId person,
        @Nullable String module,
        @Nullable Instant from,
        @Nullable Instant to) {

    /** All acts. */
    public static final AuditFilter NONE = new AuditFilter(null, null, null, null);
}
