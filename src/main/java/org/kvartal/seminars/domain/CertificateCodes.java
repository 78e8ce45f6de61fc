package org.kvartal.seminars.domain;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.kvartal.seminars.SeminarPages;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gives out the numbers of certificates, none twice, and the codes of their pages, which nobody can guess. */
@Component
class CertificateCodes {

    /** @see <a href="https://www.rfc-editor.org/rfc/rfc4648#section-6">RFC 4648, Base 32</a> */
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /** Of five bits each: 130 in all. */
    private static final int CHARACTERS = 26;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern FORM = Pattern.compile(SeminarPages.CERTIFICATE_CODE);

    private final JdbcClient jdbc;

    CertificateCodes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The next number of a year. One whose certificate could not be printed stays unused. */
    @Transactional(propagation = Propagation.MANDATORY)
    CertificateCode next(int year) {
        int number = jdbc.sql("""
            INSERT INTO seminar_certificate_code (year, last) VALUES (:year, 1)
            ON CONFLICT (year) DO UPDATE SET last = seminar_certificate_code.last + 1 RETURNING last""").param("year", year).query(Integer.class).single();
        return new CertificateCode(year, number);
    }

    static String secret() {
        StringBuilder code = new StringBuilder(CHARACTERS);
        for (int i = 0; i < CHARACTERS; i++) {
            code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /** What was typed or read, in the one form; empty where it can't be a code. */
    static Optional<String> read(String typed) {
        String code = typed.length() > 80 ? "" : typed.strip().toUpperCase(Locale.ROOT);
        return FORM.matcher(code).matches() ? Optional.of(code) : Optional.empty();
    }
}
