package org.kvartal.shell.ui;

import java.security.SecureRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Gives each unexpected error a short number that a person can quote and the log can be searched for. */
@Component
class Incidents {

    private static final Logger log = LoggerFactory.getLogger(Incidents.class);
    /** Without letters and digits that are read for one another. */
    private static final String SIGNS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final SecureRandom random = new SecureRandom();

    /** Logs the error and returns its number, such as {@code K7QF-2M9T}. */
    String record(Throwable error) {
        StringBuilder number = new StringBuilder();
        for (int place = 0; place < 8; place++) {
            number.append(place == 4 ? "-" : "").append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        log.error("Error {}", number, error);
        return number.toString();
    }
}
