package org.kvartal.kernel;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What may stand in a field, whichever form it is in: each rule brings what was typed into one form, or refuses it at its field. Lengths count characters as people see
 * most of them: code points.
 */
public final class Typed {

    private static final int PHONE_LENGTH = 60;
    private static final Pattern PHONE =
            Pattern.compile("\\+?\\(?[0-9][0-9 ()/.-]{3,38}(?: ?(?:ext\\.?|доб\\.?|x) ?[0-9]{1,6})?");

    private Typed() {}

    /** One line with a letter or digit in it. */
    public static String requiredLine(String field, String typed, int most) {
        return withWords(field, line(field, typed, most));
    }

    /** One line that may be empty. */
    public static String line(String field, String typed, int most) {
        return within(field, PlainText.line(typed), most);
    }

    /** Several lines that may be empty. */
    public static String block(String field, String typed, int most) {
        return within(field, PlainText.block(typed).strip(), most);
    }

    /** Several lines with a letter or digit in them: a reason, a question. */
    public static String requiredBlock(String field, String typed, int most) {
        return withWords(field, block(field, typed, most));
    }

    /** A name or title in one language or more, each in one line; refused at {@code field.ru} where that one is wrong. */
    public static LocalizedText title(String field, LocalizedText title, int most) {
        return each(field, title, (at, text) -> requiredLine(at, text, most));
    }

    /** Several lines in one language or more, null where there are none; refused at {@code field.ru} where that one is wrong. */
    public static @Nullable LocalizedText text(String field, @Nullable LocalizedText text, int most) {
        return text == null ? null : each(field, text, (at, words) -> requiredBlock(at, words, most));
    }

    private static LocalizedText each(String field, LocalizedText text, BinaryOperator<String> rule) {
        Map<Language, String> texts = new EnumMap<>(Language.class);
        text.texts()
                .forEach((language, words) -> texts.put(language, rule.apply(field + "." + language.code(), words)));
        return new LocalizedText(text.source(), texts);
    }

    /** @return the number, where it is neither less nor more */
    public static int number(String field, int number, int least, int most) {
        if (number < least || number > most) {
            throw Refused.at(field, "kernel.refused.number", least, most);
        }
        return number;
    }

    /** A {@link WebAddress}, empty where nothing was typed. */
    public static String link(String field, String typed, int most) {
        String line = line(field, typed, most);
        return line.isEmpty()
                ? ""
                : WebAddress.of(line)
                        .orElseThrow(() -> Refused.at(field, "kernel.refused.web-address"))
                        .value();
    }

    /** A telephone number as people write one, or nothing. */
    public static String phone(String field, String typed) {
        String line = line(field, typed, PHONE_LENGTH);
        if (!line.isEmpty() && !PHONE.matcher(line.toLowerCase(Locale.ROOT)).matches()) {
            throw Refused.at(field, "kernel.refused.phone");
        }
        return line;
    }

    /** The beginning of a text, in one line. */
    public static String shortened(String text, int most) {
        String line = PlainText.line(text);
        return length(line) <= most
                ? line
                : line.substring(0, line.offsetByCodePoints(0, most - 1)).strip() + "…";
    }

    /** The text, refused where it is longer. */
    public static String within(String field, String text, int most) {
        if (length(text) > most) {
            throw Refused.at(field, "kernel.refused.too-long", most);
        }
        return text;
    }

    private static String withWords(String field, String text) {
        if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
            throw Refused.at(field, "kernel.refused.missing");
        }
        return text;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
