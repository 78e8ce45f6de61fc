package org.kvartal.site;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** It was tried too often from there or for that address: it may be tried again after a while. */
public class TooOften extends RuntimeException {

    /** Up to here the wait is told in seconds. */
    private static final Duration SHORT = Duration.ofSeconds(90);

    private final Duration wait;

    public TooOften(Duration wait) {
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
                ? messages.text(language, "site.too-often.seconds", waiting.toSeconds())
                : messages.text(
                        language,
                        "site.too-often.minutes",
                        waiting.plusSeconds(59).toMinutes());
    }

    /**
     * Says so to the program that asked.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc6585#section-4">RFC 6585, 429 Too Many Requests</a>
     */
    public void answer(HttpServletResponse response) {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(waiting().toSeconds()));
    }
}
