package org.kvartal.alliance.domain;

import java.lang.Character.UnicodeScript;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Language;

/** Guesses in which language a name is that somebody wrote "in its own script": by its letters, then by the country, then by the writer's language. */
final class NameLanguage {

    private static final Pattern RUSSIAN_ONLY = Pattern.compile("(?iu)[ыэё]");

    /** In Bulgarian a vowel; in Russian it stands before е, ё, ю and я alone. */
    private static final Pattern BULGARIAN_ONLY = Pattern.compile("(?iu)ъ(?![еёюя])\\p{L}");

    private static final Map<String, String> CYRILLIC = Map.of(
            "BG", "bg", "RU", "ru", "MK", "mk", "RS", "sr", "ME", "sr", "BA", "sr", "UA", "uk", "BY", "be", "KZ", "kk");

    private NameLanguage() {}

    /**
     * A BCP 47 tag; where only the script is sure, it says no more.
     *
     * @param country two capital letters, null where unknown
     * @param writers the language of whoever wrote it
     */
    static String of(String name, @Nullable String country, Language writers) {
        UnicodeScript script = name.codePoints()
                .filter(Character::isLetter)
                .mapToObj(UnicodeScript::of)
                .findFirst()
                .orElse(UnicodeScript.COMMON);
        return switch (script) {
            case CYRILLIC -> cyrillic(name, country, writers);
            case LATIN -> writers == Language.EN ? "en" : "und-Latn";
            case GREEK -> "el";
            default -> "und";
        };
    }

    private static String cyrillic(String name, @Nullable String country, Language writers) {
        if (RUSSIAN_ONLY.matcher(name).find()) {
            return "ru";
        }
        if (BULGARIAN_ONLY.matcher(name).find()) {
            return "bg";
        }
        String spoken = country == null ? null : CYRILLIC.get(country);
        if (spoken != null) {
            return spoken;
        }
        return writers == Language.EN ? "und-Cyrl" : writers.code();
    }
}
