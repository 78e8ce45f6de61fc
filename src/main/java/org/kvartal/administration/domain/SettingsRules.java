package org.kvartal.administration.domain;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.kvartal.kernel.Accent;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PlainText;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Typed;

/** What may stand in the settings of a house, each refused at its field. */
final class SettingsRules {

    private static final int NAME_LENGTH = 80;

    private SettingsRules() {}

    static String name(String typed) {
        return Typed.requiredLine("name", typed, NAME_LENGTH);
    }

    /** Empty for the program's own colour. */
    static String accent(String typed) {
        String text = PlainText.line(typed);
        return text.isEmpty()
                ? ""
                : Accent.of(text)
                        .orElseThrow(() -> Refused.at("accent", "administration.refused.colour"))
                        .hex();
    }

    /** Scheme, host and port, and nothing after them. */
    static String address(String typed) {
        String text = PlainText.line(typed);
        String whole = text.contains("://") ? text : "https://" + text;
        try {
            URI uri = new URI(whole.endsWith("/") ? whole.substring(0, whole.length() - 1) : whole);
            String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
            if ((scheme.equals("https") || scheme.equals("http"))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getRawPath().isEmpty()
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null) {
                return scheme + "://" + uri.getRawAuthority().toLowerCase(Locale.ROOT);
            }
        } catch (URISyntaxException malformed) {
            // said below, together with the other ways in which it can be wrong
        }
        throw Refused.at("address", "administration.refused.address");
    }

    static List<Language> languages(List<Language> chosen) {
        if (chosen.isEmpty()) {
            throw Refused.at("languages", "administration.refused.no-language");
        }
        return chosen.stream().distinct().toList();
    }

    static ZoneId zone(String typed) {
        try {
            if (ZoneId.getAvailableZoneIds().contains(typed)) {
                return ZoneId.of(typed);
            }
        } catch (DateTimeException malformed) {
            // said below
        }
        throw Refused.at("zone", "administration.refused.zone");
    }

    /** Those that rest, where everything that is used has what it needs. */
    static Set<OptionalModule> resting(Collection<OptionalModule> used) {
        for (OptionalModule module : used) {
            for (OptionalModule needed : module.needs()) {
                if (!used.contains(needed)) {
                    throw Refused.at("modules", "administration.refused.needs-" + module.code());
                }
            }
        }
        EnumSet<OptionalModule> resting = EnumSet.allOf(OptionalModule.class);
        resting.removeAll(used);
        return resting;
    }
}
