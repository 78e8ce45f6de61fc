package org.kvartal.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A role that a person holds, or was given for later.
 *
 * @param from the first moment at which it counts
 * @param to the first moment at which it no longer counts, null while open-ended
 */
public record HeldGrant(
        Role role, Scope scope, Instant from, @Nullable Instant to) {}
