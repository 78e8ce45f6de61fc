package org.kvartal.membership.domain;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.DisplayName;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PlainText;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Typed;

/** What may stand in the fields of membership, beside what {@link Typed} says of every field. */
final class Entered {

    static final int NAME_LENGTH = 160;

    static final int LINE_LENGTH = 120;
    static final int WEBSITE_LENGTH = 300;
    static final int DESCRIPTION_LENGTH = 4_000;

    /** Of a question, a reason. */
    static final int REASON_LENGTH = 2_000;

    static final int MOST_SECTORS = 8;
    static final int MOST_MEMBERS = 10_000_000;
    private static final int FIRST_YEAR = 1000;

    private Entered() {}

    /** What a person is called. */
    static String personName(String field, String typed) {
        String name = PlainText.line(typed);
        DisplayName.flaw(name).ifPresent(flaw -> {
            throw switch (flaw) {
                case MISSING, LETTERS -> Refused.at(field, "kernel.refused.missing");
                case TOO_LONG -> Refused.at(field, "kernel.refused.too-long", DisplayName.MAX_LENGTH);
                case CHARACTERS -> Refused.at(field, "membership.refused.characters");
            };
        });
        return name;
    }

    /** An official name in one language or more. */
    static LocalizedText name(String field, LocalizedText name) {
        return Typed.title(field, name, NAME_LENGTH);
    }

    /**
     * The official names of a form.
     *
     * @param first the language whose name comes first where it has one
     */
    static LocalizedText names(Map<Language, String> typed, Language first) {
        Map<Language, String> texts = new EnumMap<>(Language.class);
        typed.forEach((language, text) -> {
            if (!PlainText.line(text).isEmpty()) {
                texts.put(language, Typed.requiredLine("names." + language.code(), text, NAME_LENGTH));
            }
        });
        if (texts.isEmpty()) {
            throw Refused.at("names." + first.code(), "kernel.refused.missing");
        }
        return new LocalizedText(
                texts.containsKey(first) ? first : texts.keySet().iterator().next(), texts);
    }

    static @Nullable LocalizedText about(String field, @Nullable LocalizedText about) {
        if (about != null) {
            about.texts().values().forEach(text -> Typed.block(field, text, DESCRIPTION_LENGTH));
        }
        return about;
    }

    static List<String> sectors(String field, List<String> chosen, Set<String> known, boolean required) {
        Set<String> sectors = new LinkedHashSet<>(chosen);
        if (!known.containsAll(sectors)) {
            throw Refused.at(field, "membership.refused.sector");
        }
        if (sectors.isEmpty() && required) {
            throw Refused.at(field, "membership.refused.sectors-missing");
        }
        if (sectors.size() > MOST_SECTORS) {
            throw Refused.at(field, "membership.refused.sectors-many", MOST_SECTORS);
        }
        return new ArrayList<>(sectors);
    }

    static @Nullable Integer founded(String field, @Nullable Integer year, int thisYear) {
        if (year != null && (year < FIRST_YEAR || year > thisYear)) {
            throw Refused.at(field, "membership.refused.year", String.valueOf(FIRST_YEAR), String.valueOf(thisYear));
        }
        return year;
    }

    static @Nullable Integer size(String field, @Nullable Integer size) {
        if (size != null && (size < 1 || size > MOST_MEMBERS)) {
            throw Refused.at(field, "membership.refused.number");
        }
        return size;
    }

    /** A number typed as text; null where nothing was typed. */
    static @Nullable Integer number(String field, String typed) {
        String text = PlainText.line(typed).replaceAll("[\\s\u202F\u00A0]", "");
        if (text.isEmpty()) {
            return null;
        }
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException notANumber) {
            throw Refused.at(field, "membership.refused.number");
        }
    }
}
