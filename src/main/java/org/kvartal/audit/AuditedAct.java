package org.kvartal.audit;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Asker;

/**
 * An act as it stands in the audit trail.
 *
 * @param number the row's place in the trail
 * @param at when it was done
 * @param details ids, codes and moments as text, numbers and truth values as they are
 */
public record AuditedAct(
        long number,
        Instant at,
        Asker actor,
        String act,
        AuditSubject subject,
        @Nullable UUID onBehalfOf,
        @Nullable String reason,
        Map<String, Object> details) {

    /** The id that a detail holds; null where there is no such detail. */
    public @Nullable UUID detail(String name) {
        return details.get(name) instanceof String id ? UUID.fromString(id) : null;
    }
}
