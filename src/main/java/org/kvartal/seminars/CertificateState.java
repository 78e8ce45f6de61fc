package org.kvartal.seminars;

import java.util.Set;

/** Where a certificate stands. */
public enum CertificateState {
    ISSUED,
    /** Its time is over; calculated, never stored. */
    EXPIRED,
    REVOKED,
    /** A later one stands for it. */
    REPLACED;

    /** Into which states it goes from here by an act. */
    public Set<CertificateState> next() {
        return switch (this) {
            case ISSUED -> Set.of(REVOKED, REPLACED);
            case EXPIRED, REVOKED, REPLACED -> Set.of();
        };
    }
}
