package org.kvartal.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The languages that every screen, letter and document of the house speaks. */
public enum Language {
    EN("en", "English"),
    RU("ru", "Русский"),
    BG("bg", "Български");

    private final String code;
    private final String ownName;
    private final Locale locale;

    Language(String code, String ownName) {
        this.code = code;
        this.ownName = ownName;
        // The United Kingdom's English: day before month, 24 hours, as the house's readers are used to.
        this.locale = code.equals("en") ? Locale.UK : Locale.of(code);
    }

    /** The language's tag in addresses and in {@code lang} attributes (BCP 47). */
    public String code() {
        return code;
    }

    /** How its speakers call it. */
    public String ownName() {
        return ownName;
    }

    /** The locale by which dates, numbers and plurals are formatted and lists are sorted. */
    public Locale locale() {
        return locale;
    }

    /** The language of a tag such as {@code ru} or {@code ru-RU}, if the house speaks it. */
    public static Optional<Language> of(@Nullable String tag) {
        if (tag == null || tag.isBlank()) {
            return Optional.empty();
        }
        String wanted = Locale.forLanguageTag(tag.strip()).getLanguage();
        return Arrays.stream(values())
                .filter(language -> language.code.equals(wanted))
                .findFirst();
    }

    /** The house's language for a locale, English where it has none. */
    public static Language of(Locale locale) {
        return of(locale.toLanguageTag()).orElse(EN);
    }

    /** The reader's best language among all that the program speaks. */
    public static Language accepted(@Nullable String acceptLanguage) {
        return accepted(acceptLanguage, List.of(values()));
    }

    /**
     * The reader's best language among some by the browser's {@code Accept-Language}; the first of them where none fits or the header is malformed.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc4647#section-3.4">RFC 4647, Lookup</a>
     */
    static Language accepted(@Nullable String acceptLanguage, List<Language> offered) {
        if (acceptLanguage == null || acceptLanguage.isBlank() || acceptLanguage.length() > 500) {
            return offered.getFirst();
        }
        try {
            List<Locale.LanguageRange> wanted = Locale.LanguageRange.parse(acceptLanguage);
            String tag = Locale.lookupTag(
                    wanted, offered.stream().map(Language::code).toList());
            return of(tag).filter(offered::contains).orElseGet(offered::getFirst);
        } catch (IllegalArgumentException malformed) {
            return offered.getFirst();
        }
    }
}
