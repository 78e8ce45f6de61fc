package org.kvartal.kernel;

import java.util.Locale;

/** How constants are written in addresses, in data and in the keys of texts: {@code temporarily-closed}. */
public final class Code {

    private Code() {}

    public static String of(Enum<?> constant) {
        return of(constant.name());
    }

    /** The same of a constant that is known by its name alone. */
    public static String of(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
