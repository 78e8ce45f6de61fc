package org.kvartal.missions.domain;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PlainText;
import org.kvartal.kernel.Refused;

/** What may stand in a field: each rule brings what was typed into one form, or refuses it at its field. */
final class Typed {

    static final int REASON_LENGTH = 2_000;

    private static final int LINK_LENGTH = 500;

    /** Longer plans than this are a mistake of typing. */
    private static final int MOST_YEARS = 50;

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

    /** A line in one language or more; refused at {@code field.ru} where that one is wrong. */
    static LocalizedText title(String field, LocalizedText title, int most) {
        return each(field, title, (at, text) -> requiredLine(at, text, most));
    }

    /** Several lines in one language or more, null where there are none. */
    static @Nullable LocalizedText text(String field, @Nullable LocalizedText text, int most) {
        return text == null ? null : each(field, text, (at, words) -> requiredBlock(at, words, most));
    }

    private static LocalizedText each(String field, LocalizedText text, BinaryOperator<String> rule) {
        Map<Language, String> texts = new EnumMap<>(Language.class);
        text.texts()
                .forEach((language, words) -> texts.put(language, rule.apply(field + "." + language.code(), words)));
        return new LocalizedText(text.source(), texts);
    }

    static int number(String field, int number, int least, int most) {
        if (number < least || number > most) {
            throw Refused.at(field, "missions.refused.number", least, most);
        }
        return number;
    }

    /** A day in a time that somebody can mean. */
    static LocalDate day(String field, LocalDate day, LocalDate today) {
        if (day.isBefore(today.minusYears(MOST_YEARS)) || day.isAfter(today.plusYears(MOST_YEARS))) {
            throw Refused.at(field, "missions.refused.day");
        }
        return day;
    }

    /** A day that is not over. */
    static LocalDate coming(String field, LocalDate day, LocalDate today) {
        if (day.isBefore(today)) {
            throw Refused.at(field, "missions.refused.past");
        }
        return day(field, day, today);
    }

    /**
     * An address on the web.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc3986">RFC 3986, URI syntax</a>
     */
    static String link(String field, String typed) {
        String text = requiredLine(field, typed, LINK_LENGTH);
        String address = text.contains("://") ? text : "https://" + text;
        try {
            URI uri = new URI(address);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean web = scheme.equals("https") || scheme.equals("http");
            if (!web || uri.getHost() == null || !uri.getHost().contains(".") || uri.getUserInfo() != null) {
                throw Refused.at(field, "missions.refused.link");
            }
            return address;
        } catch (URISyntaxException noAddress) {
            throw Refused.at(field, "missions.refused.link");
        }
    }

    /** A telephone number, or nothing. */
    static String phone(String field, String typed) {
        return org.kvartal.kernel.Typed.phone(field, typed);
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
            throw Refused.at(field, "missions.refused.too-long", most);
        }
    }

    private static void requireWords(String field, String text) {
        if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
            throw Refused.at(field, "missions.refused.missing");
        }
    }
}
