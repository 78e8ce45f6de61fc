package org.kvartal.membership.domain;

import com.ibm.icu.text.IDNA;
import com.ibm.icu.text.Normalizer2;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Locale;
import java.util.regex.Pattern;
import org.kvartal.kernel.PlainText;
import org.kvartal.kernel.Refused;

/** A mail address by the same rule as accounts has, so that whoever is admitted can sign in with it. Compared {@linkplain #folded() folded}. */
record MailAddress(String value) {

    private static final int MAX_LENGTH = 254;

    private static final IDNA DOMAINS = IDNA.getUTS46Instance(
            IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.USE_STD3_RULES | IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ);

    private static final Pattern PLAIN =
            Pattern.compile("[^\\s\\p{Cntrl}\\p{Cf}<>\"(),;:\\\\\\[\\]@]{1,64}@[^\\s@.][^\\s@]*\\.(?!\\d+$)[^\\s@.]+");

    /**
     * Reads what was typed.
     *
     * @throws Refused at {@code email}
     */
    static MailAddress of(String typed) {
        String text = PlainText.line(typed);
        if (text.isEmpty()) {
            throw Refused.at("email", "membership.refused.email-missing");
        }
        int at = text.lastIndexOf('@');
        if (at < 1) {
            throw malformed();
        }
        var info = new IDNA.Info();
        var domain = DOMAINS.nameToASCII(text.substring(at + 1), new StringBuilder(), info);
        String address = text.substring(0, at) + "@" + domain.toString().toLowerCase(Locale.ROOT);
        if (info.hasErrors()
                || address.length() > MAX_LENGTH
                || !PLAIN.matcher(address).matches()) {
            throw malformed();
        }
        try {
            new InternetAddress(address, true).validate();
        } catch (AddressException e) {
            throw malformed();
        }
        return new MailAddress(address);
    }

    String folded() {
        return Normalizer2.getNFKCCasefoldInstance().normalize(value);
    }

    private static Refused malformed() {
        return Refused.at("email", "membership.refused.email");
    }

    /** Hides it: an address does not belong into a log. */
    @Override
    public String toString() {
        return "MailAddress[…]";
    }
}
