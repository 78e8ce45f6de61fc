package org.kvartal.seminars;

import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.PersonId;

/**
 * Somebody has completed a seminar, and that is certified.
 *
 * @param person null for somebody without an account
 */
public record CertificateIssued(
        CertificateId certificate,
        SeminarId seminar,
        @Nullable PersonId person,
        String number) {}
