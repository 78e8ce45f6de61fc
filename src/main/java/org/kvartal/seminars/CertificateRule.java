package org.kvartal.seminars;

import org.jspecify.annotations.Nullable;

/**
 * Who gets a certificate.
 *
 * @param share on how many per cent of the days one must have been there, 1 to 100; an excuse counts for no day
 * @param feedback whether one must have said what one thought of it
 * @param validMonths how long a certificate is valid; null for good
 */
public record CertificateRule(
        int share, boolean feedback, @Nullable Integer validMonths) {

    /** Four days of five, without more ado, for good. */
    public static final CertificateRule USUAL = new CertificateRule(80, false, null);

    /** Whether having been there on so many of the days is enough. */
    public boolean enough(int there, int days) {
        return there > 0 && there * 100 >= share * days;
    }
}
