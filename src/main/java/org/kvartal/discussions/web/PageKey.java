package org.kvartal.discussions.web;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kvartal.discussions.Threads.ListKey;

/** The place in a list of threads after which the next page begins, as it stands in an address: microseconds and number. */
final class PageKey {

    private static final Pattern FORM = Pattern.compile("(\\d{1,16})-(\\d{1,15})");

    private PageKey() {}

    static String write(ListKey key) {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, key.lastPostAt());
        return micros + "-" + key.number();
    }

    /** Nothing where the address was mangled: the list begins anew. */
    static Optional<ListKey> read(@Nullable String text) {
        Matcher matcher = FORM.matcher(text == null ? "" : text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long micros = Long.parseLong(matcher.group(1));
        return Optional.of(new ListKey(
                Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1_000),
                Long.parseLong(matcher.group(2))));
    }
}
