package org.kvartal.shell.ui;

import org.kvartal.kernel.RequestNumber;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Gives each unexpected error a number that a person can quote and the log can be searched for: that of the request, where there is one. */
@Component
class Incidents {

    private static final Logger log = LoggerFactory.getLogger(Incidents.class);

    /** Logs the error and returns its number, such as {@code K7QF-2M9T-XH3C}. */
    String record(Throwable error) {
        String number = RequestNumber.current().orElseGet(RequestNumber::next);
        log.error("Error {}", number, error);
        return number;
    }
}
