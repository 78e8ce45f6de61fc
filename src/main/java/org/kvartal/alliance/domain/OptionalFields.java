package org.kvartal.alliance.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.EmailAddress;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Typed;

/** Single values as somebody typed them, brought into form; blank ones become null. */
final class OptionalFields {

    private static final int ADDRESS_LENGTH = 500;

    private OptionalFields() {}

    /** @throws Refused at the field if it is longer than allowed */
    static @Nullable String line(String field, @Nullable String typed, int most) {
        if (typed == null) {
            return null;
        }
        // Far beyond anything sensible: no work is done on it.
        if (typed.length() > 20 * most) {
            throw Refused.at(field, "kernel.refused.too-long", most);
        }
        String line = Typed.line(field, typed, most);
        return line.isEmpty() ? null : line;
    }

    /** One line in each language. */
    static @Nullable LocalizedText line(String field, @Nullable LocalizedText typed, int most) {
        return typed == null ? null : paragraphs(field, typed.asLine(), most);
    }

    /** Lines as they were typed, in each language. */
    static @Nullable LocalizedText paragraphs(String field, @Nullable LocalizedText typed, int most) {
        if (typed == null) {
            return null;
        }
        typed.texts().forEach((language, text) -> Typed.within(field + "." + language.code(), text, most));
        return typed;
    }

    static <T> List<T> atMost(String field, List<T> typed, int most) {
        if (typed.size() > most) {
            throw Refused.at(field, "alliance.refused.many", most);
        }
        return typed;
    }

    /** An address on the web; one typed without its scheme gets https. */
    static @Nullable String webAddress(String field, @Nullable String typed) {
        String line = line(field, typed, ADDRESS_LENGTH);
        return line == null ? null : Typed.link(field, line, ADDRESS_LENGTH);
    }

    static @Nullable String email(String field, @Nullable String typed) {
        String line = line(field, typed, 254);
        try {
            return line == null ? null : EmailAddress.of(line).value();
        } catch (Refused noAddress) {
            throw Refused.at(field, "alliance.refused.email");
        }
    }

    static @Nullable String phone(String field, @Nullable String typed) {
        String line = line(field, typed, 60);
        return line == null ? null : Typed.phone(field, line);
    }

    /** Whether nothing of it can be seen. */
    static boolean invisible(String text) {
        return text.codePoints()
                .allMatch(point -> Character.isWhitespace(point)
                        || Character.isSpaceChar(point)
                        || Character.getType(point) == Character.FORMAT
                        || Character.getType(point) == Character.CONTROL);
    }
}
