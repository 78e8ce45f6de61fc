package org.kvartal.mail.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.mail.LetterSection;
import org.kvartal.mail.LetterSeries;
import org.kvartal.mail.Recipient;

/**
 * A letter that was taken out of the table to be sent.
 *
 * @param attempt the number of this attempt, from 1
 * @param bulk whether the same goes to many
 */
record PostedLetter(
        UUID id,
        Recipient to,
        String template,
        String subject,
        List<Object> arguments,
        @Nullable String button,
        String messageId,
        Instant postedAt,
        int attempt,
        boolean bulk,
        @Nullable LetterSeries series,
        List<LetterSection> sections) {}
