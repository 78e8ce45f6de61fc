package org.kvartal.shell;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.Optional;
import java.util.regex.Pattern;
import org.kvartal.kernel.Language;

/**
 * A number as people type it. Comma and dot are both understood as the decimal sign, in every language, and spaces between groups of three digits. Where comma and dot are
 * both there, the last of them is the decimal sign. A single one that is not the reader's own decimal sign and has exactly three digits behind it may mean either: it is not
 * guessed, since that would be a thousand times too much or too little.
 */
final class TypedAmount {

    private static final int LONGEST = 40;
    private static final int GROUP = 3;
    private static final Pattern SPACES = Pattern.compile("[\\u00a0\\u2007\\u2009\\u202f]");
    private static final Pattern WHOLE = Pattern.compile("[0-9]+|[0-9]{1,3}( [0-9]{3})+");
    private static final Pattern DOTTED = Pattern.compile("[0-9]{1,3}(\\.[0-9]{3})+");
    private static final Pattern COMMAED = Pattern.compile("[0-9]{1,3}(,[0-9]{3})+");
    private static final Pattern PART = Pattern.compile("[0-9]+");

    private TypedAmount() {}

    /** @return empty for no number, and for one that can be read in two ways */
    static Optional<BigDecimal> read(String typed, Language language) {
        String text = SPACES.matcher(typed).replaceAll(" ").strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        char sign = text.charAt(0);
        boolean less = sign == '-' || sign == '−';
        String digits = less || sign == '+' ? text.substring(1).strip() : text;
        return plain(digits, decimal(language)).map(BigDecimal::new).map(one -> less ? one.negate() : one);
    }

    static String write(BigDecimal amount, Language language) {
        BigDecimal shortest = amount.stripTrailingZeros();
        return shortest.toPlainString().replace('.', decimal(language));
    }

    private static char decimal(Language language) {
        return DecimalFormatSymbols.getInstance(language.locale()).getDecimalSeparator();
    }

    /** As a program writes it: digits, with a dot where there is a part. */
    private static Optional<String> plain(String text, char own) {
        int dot = text.lastIndexOf('.');
        int comma = text.lastIndexOf(',');
        int at = Math.max(dot, comma);
        if (at < 0) {
            return WHOLE.matcher(text).matches() ? Optional.of(text.replace(" ", "")) : Optional.empty();
        }
        char sign = text.charAt(at);
        String whole = text.substring(0, at);
        String part = text.substring(at + 1);
        if (whole.indexOf(sign) >= 0) {
            // Several of one kind stand between groups.
            boolean groups = (sign == '.' ? DOTTED : COMMAED).matcher(text).matches();
            return groups ? Optional.of(text.replace(String.valueOf(sign), "")) : Optional.empty();
        }
        boolean both = dot >= 0 && comma >= 0;
        if (!both && sign != own && part.length() == GROUP) {
            return Optional.empty();
        }
        Pattern grouped = sign == '.' ? COMMAED : DOTTED;
        boolean number = (both ? grouped : WHOLE).matcher(whole).matches()
                && PART.matcher(part).matches();
        return number ? Optional.of(whole.replaceAll("[ .,]", "") + "." + part) : Optional.empty();
    }
}
