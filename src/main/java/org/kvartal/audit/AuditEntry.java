package org.kvartal.audit;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.PersonId;

/**
 * One act, as it is to be written into the audit trail.
 *
 * <p>Details take ids, codes, numbers and moments only: a name or an address in a row that can never be changed could never be
 * erased. What somebody gave as reason is kept apart from the row for the same cause.
 *
 * @param actor who did it; the house under its own name where a job did
 * @param act what was done, with its module and in the past: {@code accounts.grant-given}
 * @param subject what it was done to
 * @param onBehalfOf the association in whose name it was done, where a mandate was used
 * @param reason why, in the actor's words
 * @param details what else must be known to understand the act
 */
public record AuditEntry(
        Asker actor,
        String act,
        AuditSubject subject,
        @Nullable UUID onBehalfOf,
        @Nullable String reason,
        Map<String, Object> details) {

    public AuditEntry {
        AuditSubject.requireName(act);
        details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
        details.values().forEach(AuditEntry::requirePlain);
    }

    /** An act without reason and details. */
    public static AuditEntry of(Asker actor, String act, AuditSubject subject) {
        return new AuditEntry(actor, act, subject, null, null, Map.of());
    }

    /** The same act of a person, on what is named by kind and id. */
    public static AuditEntry of(PersonId actor, String act, String kind, UUID id) {
        return of(Asker.of(actor), act, new AuditSubject(kind, id));
    }

    public AuditEntry onBehalfOf(@Nullable UUID association) {
        return new AuditEntry(actor, act, subject, association, reason, details);
    }

    public AuditEntry because(@Nullable String why) {
        return new AuditEntry(actor, act, subject, onBehalfOf, why, details);
    }

    public AuditEntry with(String name, UUID id) {
        return detailed(name, id);
    }

    public AuditEntry with(String name, PersonId person) {
        return detailed(name, person.value());
    }

    public AuditEntry with(String name, Enum<?> code) {
        return detailed(name, code);
    }

    public AuditEntry with(String name, long number) {
        return detailed(name, number);
    }

    public AuditEntry with(String name, boolean answer) {
        return detailed(name, answer);
    }

    public AuditEntry with(String name, Instant moment) {
        return detailed(name, moment);
    }

    private AuditEntry detailed(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(details);
        more.put(name, value);
        return new AuditEntry(actor, act, subject, onBehalfOf, reason, more);
    }

    private static void requirePlain(Object value) {
        switch (value) {
            case UUID _, Enum<?> _, Long _, Boolean _, Instant _ -> {}
            default ->
                throw new IllegalArgumentException(
                        "an audit row holds no " + value.getClass().getSimpleName());
        }
    }
}
