package org.kvartal.mail.domain;

import java.time.Instant;
import java.util.UUID;
import org.kvartal.kernel.Language;

/** A letter in the catcher's list. */
public record CaughtLetter(UUID id, Instant caughtAt, String recipient, String subject) {

    /**
     * A caught letter, opened.
     *
     * @param language of its words, as it says itself
     * @param text the plain text as it came
     * @param html the page as it came, to be shown in a sandbox only
     */
    public record Opened(CaughtLetter letter, Language language, String text, String html) {}
}
