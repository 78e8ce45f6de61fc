package org.kvartal.kernel;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * What people type, brought into one form at the border: NFC (so that й is one character), without NUL and without the control and
 * direction characters that can hide a text's meaning.
 *
 * @see <a href="https://www.unicode.org/reports/tr15/">UAX 15, Unicode Normalization Forms</a>
 */
public final class PlainText {

    /** Control characters but tab and line feed; direction overrides (UAX 9), which could make a name read as another. */
    private static final Pattern HIDDEN =
            Pattern.compile("[\\p{Cc}&&[^\\t\\n]]|[\\u202A-\\u202E\\u2066-\\u2069\\uFEFF\\uFFFE\\uFFFF]");

    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0\\u2028\\u2029]+");

    private PlainText() {}

    /** One line: white space folded, trimmed. */
    public static String line(String typed) {
        return SPACES.matcher(block(typed)).replaceAll(" ").strip();
    }

    /** Several lines: line ends as {@code \n}, otherwise as typed. */
    public static String block(String typed) {
        String lines = typed.replace("\r\n", "\n").replace('\r', '\n');
        return HIDDEN.matcher(Normalizer.normalize(lines, Normalizer.Form.NFC)).replaceAll("");
    }
}
