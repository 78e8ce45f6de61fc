package org.kvartal.kernel;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a house is at one moment.
 *
 * @param languages those that it offers, at least one, its first one first
 * @param resting the modules that it does not use
 */
record HouseFacts(
        String name,
        String baseUrl,
        ZoneId zone,
        List<Language> languages,
        @Nullable Accent accent,
        @Nullable String mark,
        Set<String> resting,
        long version) {

    HouseFacts {
        baseUrl = baseUrl.endsWith("/") ? baseUrl.substring(0, baseUrl.length() - 1) : baseUrl;
        languages = languages.isEmpty() ? List.of(Language.values()) : List.copyOf(languages);
        resting = Set.copyOf(resting);
    }
}
