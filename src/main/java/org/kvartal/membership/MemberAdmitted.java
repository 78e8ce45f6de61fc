package org.kvartal.membership;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;

/**
 * Somebody belongs to the house now.
 *
 * @param primary who applied and answers for an organisation, or the person themselves; null where nobody is known yet, as after an import
 */
public record MemberAdmitted(
        MemberId member,
        MemberKind kind,
        LocalizedText name,
        @Nullable PersonId primary,
        Instant at) {}
