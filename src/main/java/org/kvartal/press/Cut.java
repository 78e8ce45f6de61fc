package org.kvartal.press;

import java.util.Locale;

/** The cuts of the house's typeface. */
public enum Cut {
    REGULAR(false),
    ITALIC(false),
    SEMIBOLD(true),
    EXTRABOLD(true);

    private final boolean heavy;

    Cut(boolean heavy) {
        this.heavy = heavy;
    }

    /** Where the face stands that has this cut's letters for one manner of writing Cyrillic. */
    String file(boolean bulgarian) {
        return "sofia-sans-" + name().toLowerCase(Locale.ROOT) + (bulgarian ? "-bg" : "-ru");
    }

    /** The face for letters that the typeface lacks. */
    String fallback() {
        return heavy ? "noto-sans-bold" : "noto-sans-regular";
    }
}
