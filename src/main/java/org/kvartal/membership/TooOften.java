package org.kvartal.membership;

import java.time.Duration;

/** It was tried too often from there or for that address: it may be tried again after a while. */
public class TooOften extends RuntimeException {

    private final Duration wait;

    public TooOften(Duration wait) {
        super("too often", null, false, false);
        this.wait = wait;
    }

    /** How long, at least a second. */
    public Duration waiting() {
        return wait.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : wait;
    }
}
