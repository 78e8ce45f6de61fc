package org.kvartal.discussions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.MemberId;

/**
 * Somebody stands behind a need.
 *
 * @param onBehalfOf the association for which they do, null for themselves
 */
public record NeedSupported(
        ThreadId thread, PersonId by, @Nullable MemberId onBehalfOf, Instant at) {}
