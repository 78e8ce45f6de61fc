package org.kvartal.membership.domain;

import com.ibm.icu.text.IDNA;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.DisplayName;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PlainText;
import org.kvartal.kernel.Refused;

/** What may stand in a field, whichever form it is in: each rule brings what was typed into one form, or refuses it at its field. */
final class Typed {

    static final int NAME_LENGTH = 160;

    static final int LINE_LENGTH = 120;
    static final int WEBSITE_LENGTH = 300;
    static final int DESCRIPTION_LENGTH = 4_000;

    /** Of a question, a reason. */
    static final int REASON_LENGTH = 2_000;

    static final int MOST_SECTORS = 8;
    static final int MOST_MEMBERS = 10_000_000;
    private static final int FIRST_YEAR = 1000;

    private static final IDNA DOMAINS =
            IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.USE_STD3_RULES | IDNA.CHECK_BIDI);

    private Typed() {}

    /** One line that may be empty. */
    static String line(String field, String typed, int most) {
        String line = PlainText.line(typed);
        if (line.codePointCount(0, line.length()) > most) {
            throw Refused.at(field, "membership.refused.too-long", most);
        }
        return line;
    }

    /** One line with a letter or digit in it. */
    static String requiredLine(String field, String typed, int most) {
        String line = line(field, typed, most);
        if (line.codePoints().noneMatch(Character::isLetterOrDigit)) {
            throw Refused.at(field, "membership.refused.missing");
        }
        return line;
    }

    /** What a person is called. */
    static String personName(String field, String typed) {
        String name = PlainText.line(typed);
        DisplayName.flaw(name).ifPresent(flaw -> {
            throw switch (flaw) {
                case MISSING, LETTERS -> Refused.at(field, "membership.refused.missing");
                case TOO_LONG -> Refused.at(field, "membership.refused.too-long", DisplayName.MAX_LENGTH);
                case CHARACTERS -> Refused.at(field, "membership.refused.characters");
            };
        });
        return name;
    }

    /** Several lines that may be empty. */
    static String block(String field, String typed, int most) {
        String block = PlainText.block(typed).strip();
        if (block.codePointCount(0, block.length()) > most) {
            throw Refused.at(field, "membership.refused.too-long", most);
        }
        return block;
    }

    /** Several lines with a letter or digit in them: a reason, a question. */
    static String requiredBlock(String field, String typed, int most) {
        String block = block(field, typed, most);
        if (block.codePoints().noneMatch(Character::isLetterOrDigit)) {
            throw Refused.at(field, "membership.refused.missing");
        }
        return block;
    }

    /** An official name in one language or more. */
    static LocalizedText name(String field, LocalizedText name) {
        Map<Language, String> texts = new EnumMap<>(Language.class);
        name.texts()
                .forEach((language, text) ->
                        texts.put(language, requiredLine(field + "." + language.code(), text, NAME_LENGTH)));
        return new LocalizedText(name.source(), texts);
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
                texts.put(language, requiredLine("names." + language.code(), text, NAME_LENGTH));
            }
        });
        if (texts.isEmpty()) {
            throw Refused.at("names." + first.code(), "membership.refused.missing");
        }
        return new LocalizedText(
                texts.containsKey(first) ? first : texts.keySet().iterator().next(), texts);
    }

    static @Nullable LocalizedText about(String field, @Nullable LocalizedText about) {
        if (about != null) {
            about.texts().values().forEach(text -> block(field, text, DESCRIPTION_LENGTH));
        }
        return about;
    }

    /**
     * A web address, with {@code https://} where it had none; empty where nothing was typed.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc3986">RFC 3986, URI syntax</a>
     */
    static String website(String field, String typed) {
        String text = PlainText.line(typed);
        if (text.isEmpty()) {
            return "";
        }
        if (text.length() > WEBSITE_LENGTH) {
            throw Refused.at(field, "membership.refused.too-long", WEBSITE_LENGTH);
        }
        String address = text.contains("://") ? text : "https://" + text;
        try {
            int begin = address.indexOf("://") + 3;
            int end = begin;
            while (end < address.length() && "/?#".indexOf(address.charAt(end)) < 0) {
                end++;
            }
            var info = new IDNA.Info();
            var host = DOMAINS.nameToASCII(
                    address.substring(begin, end).replaceFirst(":\\d{1,5}$", ""), new StringBuilder(), info);
            String scheme = address.substring(0, begin - 3).toLowerCase(Locale.ROOT);
            boolean web = scheme.equals("https") || scheme.equals("http");
            URI uri = new URI(scheme + "://" + host + address.substring(end));
            if (!web || info.hasErrors() || host.indexOf(".") < 1 || uri.getHost() == null) {
                throw Refused.at(field, "membership.refused.website");
            }
            return scheme + address.substring(begin - 3);
        } catch (URISyntaxException notAnAddress) {
            throw Refused.at(field, "membership.refused.website");
        }
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
