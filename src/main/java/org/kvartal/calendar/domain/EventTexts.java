package org.kvartal.calendar.domain;

import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Typed;

/** What people type about an event, checked at the border. */
final class EventTexts {

    static final int TITLE_LENGTH = 150;
    static final int ABOUT_LENGTH = 4_000;
    static final int PLACE_LENGTH = 200;
    static final int WEBSITE_LENGTH = 500;
    static final int REASON_LENGTH = 1_000;

    private EventTexts() {}

    static LocalizedText title(LocalizedText typed) {
        return Typed.title("title", typed, TITLE_LENGTH);
    }

    static @Nullable LocalizedText about(@Nullable LocalizedText typed) {
        if (typed != null) {
            typed.texts().values().forEach(text -> Typed.within("about", text, ABOUT_LENGTH));
        }
        return typed;
    }

    static String place(String typed) {
        return Typed.line("place", typed, PLACE_LENGTH);
    }

    static String reason(String typed) {
        return Typed.requiredBlock("reason", typed, REASON_LENGTH);
    }

    /** An address on the web, with its scheme where somebody left it out; empty for none. */
    static String website(String typed) {
        return Typed.link("website", typed, WEBSITE_LENGTH);
    }
}
