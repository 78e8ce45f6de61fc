package org.kvartal.kernel;

/**
 * Quotation marks within quotation marks, as each language writes them: a name that has some of its own comes into a sentence that puts it
 * between others.
 *
 * @see <a href="https://unicode.org/cldr/charts/48/by_type/core_data.alphabetic_information.punctuation.html">CLDR, quotation marks</a>
 */
final class Quotes {

    private Quotes() {}

    /** The same text, with the inner marks of the language where outer ones stand within outer ones; untouched where they are not in pairs. */
    static String nested(Language language, String text) {
        return switch (language) {
            case EN -> nested(text, '“', '”', '‘', '’');
            case RU -> nested(text, '«', '»', '„', '“');
            case BG -> nested(text, '„', '“', '«', '»');
        };
    }

    private static String nested(String text, char open, char close, char innerOpen, char innerClose) {
        StringBuilder result = null;
        int depth = 0;
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            boolean inner;
            if (letter == open) {
                inner = ++depth > 1;
            } else if (letter == close) {
                inner = depth-- > 1;
            } else {
                continue;
            }
            if (depth < 0) {
                return text;
            }
            if (inner) {
                result = result == null ? new StringBuilder(text) : result;
                result.setCharAt(at, letter == open ? innerOpen : innerClose);
            }
        }
        return result == null || depth != 0 ? text : result.toString();
    }
}
