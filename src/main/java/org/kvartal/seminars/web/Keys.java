package org.kvartal.seminars.web;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Secret;
import org.kvartal.seminars.SeminarId;
import org.kvartal.seminars.Seminars.SeminarCard;
import org.kvartal.seminars.Seminars.SeminarKey;

/** How the place in a list stands in an address, and what a page shows, told briefly. */
final class Keys {

    private static final Pattern FORM =
            Pattern.compile("(-?[0-9]{1,15})-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    private Keys() {}

    /** @throws NotFound if it is mangled */
    static @Nullable SeminarKey read(String text) {
        if (text.isEmpty()) {
            return null;
        }
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new NotFound();
        }
        try {
            return new SeminarKey(
                    Instant.ofEpochMilli(Long.parseLong(form.group(1))), new SeminarId(UUID.fromString(form.group(2))));
        } catch (DateTimeException mangled) {
            throw new NotFound();
        }
    }

    static @Nullable String written(@Nullable SeminarKey key) {
        return key == null ? null : key.startsAt().toEpochMilli() + "-" + key.seminar();
    }

    /** Changes whenever what a list shows of a seminar does. */
    static String version(SeminarCard card) {
        return card.id() + " " + card.version() + " " + card.changedAt() + " " + card.state() + " " + card.free() + " "
                + card.waiting() + ";";
    }

    static String hash(String shown) {
        return HexFormat.of().formatHex(Secret.sha256(shown.getBytes(StandardCharsets.UTF_8)));
    }
}
