package org.kvartal.membership;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.PlainText;
import org.kvartal.kernel.Refusals;
import org.kvartal.kernel.Refused;

/**
 * The number under which an organisation stands in an official register. Two spellings of one number are equal: spaces, dots, hyphens and
 * case do not count.
 *
 * @param scheme the register: the country's code and the register's short name, such as {@code BG-EIK}
 * @param number letters and digits only
 * @see <a href="https://org-id.guide/">org-id.guide, which gives registers their codes</a>
 */
public record Registration(String scheme, String number) {

    private static final Pattern SCHEME = Pattern.compile("[A-Z]{2}-[A-Z0-9]{2,12}");
    private static final Pattern NUMBER = Pattern.compile("[\\p{Lu}\\p{Lo}\\p{Nd}]{3,30}");
    private static final Pattern SPACING = Pattern.compile("[\\s./\\-–№#]");

    public Registration {
        Refusals wrong = new Refusals();
        if (!SCHEME.matcher(scheme).matches()) {
            wrong.wrong(Refused.at("registrationScheme", "membership.refused.registration-scheme"));
        }
        if (!NUMBER.matcher(number).matches()) {
            wrong.wrong(Refused.at("registrationNumber", "membership.refused.registration-number"));
        }
        wrong.finish();
    }

    /**
     * Reads the two fields of a form: nothing was registered where both are empty.
     *
     * @throws Refused at {@code registrationScheme}, {@code registrationNumber} or both
     */
    public static @Nullable Registration typed(String scheme, String number) {
        return PlainText.line(scheme).isEmpty() && PlainText.line(number).isEmpty() ? null : of(scheme, number);
    }

    /**
     * Reads what was typed.
     *
     * @throws Refused at {@code registrationScheme}, {@code registrationNumber} or both
     */
    public static Registration of(String scheme, String number) {
        return new Registration(
                PlainText.line(scheme).toUpperCase(Locale.ROOT),
                SPACING.matcher(PlainText.line(number)).replaceAll("").toUpperCase(Locale.ROOT));
    }
}
