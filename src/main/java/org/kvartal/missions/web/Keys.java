package org.kvartal.missions.web;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Secret;
import org.kvartal.missions.Projects.ListKey;

/** How the place in a list stands in an address. */
final class Keys {

    private static final Pattern FORM = Pattern.compile("([0-9]{4})-([0-9]{1,6})");

    private Keys() {}

    /** @throws NotFound if it is mangled */
    static @Nullable ListKey read(String text) {
        if (text.isEmpty()) {
            return null;
        }
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new NotFound();
        }
        return new ListKey(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
    }

    static @Nullable String written(@Nullable ListKey key) {
        return key == null ? null : key.year() + "-" + key.number();
    }

    static String hash(String shown) {
        return HexFormat.of().formatHex(Secret.sha256(shown.getBytes(StandardCharsets.UTF_8)));
    }
}
