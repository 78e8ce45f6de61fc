package org.kvartal.seminars;

import java.util.UUID;
import org.kvartal.kernel.Ids;

/** The id of a certificate. */
public record CertificateId(UUID value) {

    public static CertificateId next() {
        return new CertificateId(Ids.next());
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static CertificateId of(String text) {
        return new CertificateId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
