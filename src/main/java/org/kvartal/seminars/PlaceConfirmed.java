package org.kvartal.seminars;

import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.PersonId;

/**
 * Somebody has a seat.
 *
 * @param person null for somebody without an account
 */
public record PlaceConfirmed(
        RegistrationId registration,
        SeminarId seminar,
        @Nullable PersonId person) {}
