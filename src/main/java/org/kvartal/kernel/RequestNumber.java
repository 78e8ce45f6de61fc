package org.kvartal.kernel;

import java.security.SecureRandom;
import java.util.Optional;
import org.slf4j.MDC;

/** The number that each request bears: a person can quote it, and every line that the log has of the request shows it. */
public final class RequestNumber {

    /** The header by which a proxy may give the number and in which the answer tells it. */
    public static final String HEADER = "X-Request-Id";

    /** The name under which lines of the log bear it. */
    public static final String NAME = "request";

    /** Without letters and digits that are read for one another. */
    private static final String SIGNS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LENGTH = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    private RequestNumber() {}

    /** That of the request which this thread answers; empty where it answers none. */
    public static Optional<String> current() {
        return Optional.ofNullable(MDC.get(NAME));
    }

    /** A new one, such as {@code K7QF-2M9T-XH3C}. */
    public static String next() {
        StringBuilder number = new StringBuilder();
        for (int place = 0; place < LENGTH; place++) {
            number.append(place > 0 && place % 4 == 0 ? "-" : "").append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        }
        return number.toString();
    }

    /** Whether what a proxy gave may stand in the log and on a page: no more than letters, digits and dashes, long enough to tell requests apart. */
    public static boolean isWellFormed(String given) {
        return given.matches("[A-Za-z0-9][A-Za-z0-9._-]{7,63}");
    }
}
