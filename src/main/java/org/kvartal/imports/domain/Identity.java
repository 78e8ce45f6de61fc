package org.kvartal.imports.domain;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.kvartal.imports.ImportKind;
import org.kvartal.imports.ImportRow;
import org.kvartal.kernel.PlainText;
import org.kvartal.kernel.Secret;

/** What a row is recognised by, as the house keeps it: its SHA-256 in hexadecimal digits, since it may be a mail address. */
final class Identity {

    private Identity() {}

    static Optional<String> of(ImportKind kind, ImportRow row) {
        return kind.identity(row).flatMap(text -> of(kind.name(), text));
    }

    static Optional<String> of(String kind, String identity) {
        return Optional.of(plain(identity))
                .filter(text -> !text.isEmpty())
                .map(text -> (kind + "\n" + text).getBytes(StandardCharsets.UTF_8))
                .map(bytes -> HexFormat.of().formatHex(Secret.sha256(bytes)));
    }

    /** Without case and white space. */
    private static String plain(String text) {
        return PlainText.line(text).replace(" ", "").toLowerCase(Locale.ROOT);
    }
}
