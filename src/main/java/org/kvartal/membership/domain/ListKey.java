package org.kvartal.membership.domain;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Where a page of a list ended: the text or moment that it is sorted by, and a number that tells equals apart. Whoever reads it from an address trusts nothing in it. */
record ListKey(String text, long number) {

    private static final int LONGEST = 1_000;

    /** Reads the text form; null where it is none. */
    static @Nullable ListKey of(@Nullable String key) {
        if (key == null || key.length() > LONGEST) {
            return null;
        }
        try {
            String plain = new String(Base64.getUrlDecoder().decode(key), StandardCharsets.UTF_8);
            int colon = plain.indexOf(':');
            return plain.indexOf('\0') >= 0 || colon < 0
                    ? null
                    : new ListKey(plain.substring(colon + 1), Long.parseLong(plain.substring(0, colon)));
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((number + ":" + text).getBytes(StandardCharsets.UTF_8));
    }
}
