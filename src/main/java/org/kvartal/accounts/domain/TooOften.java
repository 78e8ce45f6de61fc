package org.kvartal.accounts.domain;

import java.time.Duration;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;

/** It was tried too often from there or for that address: it may be tried again after a while. */
public class TooOften extends RuntimeException {

    /** Up to here the wait is told in seconds. */
    private static final Duration SHORT = Duration.ofSeconds(90);

    private final Duration wait;

    TooOften(Duration wait) {
        super("too often", null, false, false);
        this.wait = wait;
    }

    /** How long, at least a second. */
    public Duration waiting() {
        return wait.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : wait;
    }

    /** What is said to whoever has to wait. */
    public String words(Messages messages, Language language) {
        Duration waiting = waiting();
        return waiting.compareTo(SHORT) <= 0
                ? messages.text(language, "accounts.too-often.seconds", waiting.toSeconds())
                : messages.text(
                        language,
                        "accounts.too-often.minutes",
                        waiting.plusSeconds(59).toMinutes());
    }
}
