package org.kvartal.calendar.domain;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PlainText;
import org.kvartal.kernel.Refused;

/** What people type about an event, checked at the border. */
final class Typed {

    static final int TITLE_LENGTH = 150;
    static final int ABOUT_LENGTH = 4_000;
    static final int PLACE_LENGTH = 200;
    static final int WEBSITE_LENGTH = 500;
    static final int REASON_LENGTH = 1_000;

    private Typed() {}

    static LocalizedText title(LocalizedText typed) {
        LocalizedText title = typed.asLine();
        title.texts().forEach((language, text) -> {
            if (text.length() > TITLE_LENGTH) {
                throw Refused.at("title." + language.code(), "calendar.refused.too-long", TITLE_LENGTH);
            }
        });
        return title;
    }

    static @Nullable LocalizedText about(@Nullable LocalizedText typed) {
        if (typed != null && typed.texts().values().stream().anyMatch(text -> text.length() > ABOUT_LENGTH)) {
            throw Refused.at("about", "calendar.refused.too-long", ABOUT_LENGTH);
        }
        return typed;
    }

    static String place(String typed) {
        String place = PlainText.line(typed);
        if (place.length() > PLACE_LENGTH) {
            throw Refused.at("place", "calendar.refused.too-long", PLACE_LENGTH);
        }
        return place;
    }

    static String reason(String typed) {
        String reason = PlainText.block(typed).strip();
        if (reason.isEmpty()) {
            throw Refused.at("reason", "calendar.refused.missing");
        }
        if (reason.length() > REASON_LENGTH) {
            throw Refused.at("reason", "calendar.refused.too-long", REASON_LENGTH);
        }
        return reason;
    }

    /** An address on the web, with its scheme where somebody left it out; empty for none. */
    static String website(String typed) {
        String address = PlainText.line(typed);
        if (address.isEmpty()) {
            return "";
        }
        String whole = address.matches("(?i)[a-z][a-z0-9+.-]*:.*") ? address : "https://" + address;
        try {
            URI uri = new URI(new URI(whole).toASCIIString());
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            if ((!scheme.equals("http") && !scheme.equals("https"))
                    || uri.getHost() == null
                    || uri.getUserInfo() != null
                    || !uri.getHost().contains(".")) {
                throw Refused.at("website", "calendar.refused.website");
            }
            if (uri.toString().length() > WEBSITE_LENGTH) {
                throw Refused.at("website", "calendar.refused.too-long", WEBSITE_LENGTH);
            }
            return uri.toString();
        } catch (URISyntaxException mistyped) {
            throw Refused.at("website", "calendar.refused.website");
        }
    }
}
