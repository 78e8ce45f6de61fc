package org.kvartal.mail.domain;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How long a letter waits after each failed attempt, until the house gives it up after two days. */
final class Patience {

    private static final List<Duration> WAITS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofHours(24));

    private Patience() {}

    /** The wait after that many attempts; empty once it is time to give up. */
    static Optional<Duration> after(int attempts) {
        return attempts <= WAITS.size() ? Optional.of(WAITS.get(attempts - 1)) : Optional.empty();
    }
}
