package org.kvartal.forum.domain;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PlainText;
import org.kvartal.kernel.Refused;

/** What may stand in a field, whichever form it is in: each rule brings what was typed into one form, or refuses it at its field. */
final class Typed {

    static final int NAME_LENGTH = 160;
    static final int PLACE_LENGTH = 200;
    static final int REASON_LENGTH = 2_000;
    static final int LINK_LENGTH = 500;

    private Typed() {}

    /** One line with a letter or digit in it. */
    static String requiredLine(String field, String typed, int most) {
        String line = line(field, typed, most);
        requireWords(field, line);
        return line;
    }

    /** One line that may be empty. */
    static String line(String field, String typed, int most) {
        String line = PlainText.line(typed);
        requireShort(field, line, most);
        return line;
    }

    /** Several lines that may be empty. */
    static String block(String field, String typed, int most) {
        String block = PlainText.block(typed).strip();
        requireShort(field, block, most);
        return block;
    }

    /** Several lines with a letter or digit in them. */
    static String requiredBlock(String field, String typed, int most) {
        String block = block(field, typed, most);
        requireWords(field, block);
        return block;
    }

    /** A name in one language or more; refused at {@code field.ru} where that one is wrong. */
    static LocalizedText name(String field, LocalizedText name) {
        Map<Language, String> texts = new EnumMap<>(Language.class);
        name.texts()
                .forEach((language, text) ->
                        texts.put(language, requiredLine(field + "." + language.code(), text, NAME_LENGTH)));
        return new LocalizedText(name.source(), texts);
    }

    static int number(String field, int number, int least, int most) {
        if (number < least || number > most) {
            throw Refused.at(field, "forum.refused.number", least, most);
        }
        return number;
    }

    /**
     * The address of a call, empty where there is none.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc3986">RFC 3986, URI syntax</a>
     */
    static String link(String field, String typed) {
        String text = PlainText.line(typed);
        if (text.isEmpty()) {
            return "";
        }
        requireShort(field, text, LINK_LENGTH);
        String address = text.contains("://") ? text : "https://" + text;
        try {
            URI uri = new URI(address);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            if (uri.getHost() == null
                    || !uri.getHost().contains(".")
                    || !(scheme.equals("https") || scheme.equals("http"))) {
                throw Refused.at(field, "forum.refused.link");
            }
            return address;
        } catch (URISyntaxException noAddress) {
            throw Refused.at(field, "forum.refused.link");
        }
    }

    /** The beginning of a text, in one line. */
    static String shortened(String text, int most) {
        String line = PlainText.line(text);
        return line.codePointCount(0, line.length()) <= most
                ? line
                : line.substring(0, line.offsetByCodePoints(0, most - 1)).strip() + "…";
    }

    private static void requireShort(String field, String text, int most) {
        if (text.codePointCount(0, text.length()) > most) {
            throw Refused.at(field, "forum.refused.too-long", most);
        }
    }

    private static void requireWords(String field, String text) {
        if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
            throw Refused.at(field, "forum.refused.missing");
        }
    }
}
