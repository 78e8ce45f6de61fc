package org.kvartal.accounts;

import com.ibm.icu.text.IDNA;
import com.ibm.icu.text.Normalizer2;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.kvartal.kernel.Refused;

/**
 * A mail address as letters are sent to it: the part before the @ as typed, the domain in ASCII (UTS 46). Two addresses are the same
 * if they are {@linkplain #folded() folded} to the same, in Cyrillic as in Latin.
 */
public record EmailAddress(String value) {

    public static final int MAX_LENGTH = 254;

    private static final IDNA DOMAINS = IDNA.getUTS46Instance(
            IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.USE_STD3_RULES | IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ);

    /** Quoting, comments and lists have no place in what a person types as their address. */
    private static final Pattern PLAIN =
            Pattern.compile("[^\\s\\p{Cntrl}\\p{Cf}<>\"(),;:\\\\\\[\\]@]{1,64}@[^\\s@]{1,253}");

    private static final Pattern MARGINS = Pattern.compile("^[\\s\\u00A0]+|[\\s\\u00A0]+$");

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    public EmailAddress {
        if (value.isEmpty()) {
            throw Refused.at("email", "accounts.email.missing");
        }
        if (value.length() > MAX_LENGTH || !PLAIN.matcher(value).matches()) {
            throw malformed();
        }
        int at = value.lastIndexOf('@');
        String domain = value.substring(at + 1);
        int dot = domain.lastIndexOf('.');
        if (dot < 1 || NUMBER.matcher(domain.substring(dot + 1)).matches()) {
            throw malformed();
        }
        try {
            new InternetAddress(value, true).validate();
        } catch (AddressException e) {
            throw malformed();
        }
    }

    /**
     * Reads what was typed.
     *
     * @throws Refused at {@code email}
     */
    public static EmailAddress of(String typed) {
        String text = MARGINS.matcher(Normalizer.normalize(typed, Normalizer.Form.NFC))
                .replaceAll("");
        if (text.isEmpty()) {
            throw Refused.at("email", "accounts.email.missing");
        }
        int at = text.lastIndexOf('@');
        if (at < 1 || text.length() > MAX_LENGTH) {
            throw malformed();
        }
        var info = new IDNA.Info();
        var ascii = DOMAINS.nameToASCII(text.substring(at + 1), new StringBuilder(), info);
        if (info.hasErrors()) {
            throw malformed();
        }
        return new EmailAddress(text.substring(0, at) + "@" + ascii.toString().toLowerCase(Locale.ROOT));
    }

    /** The form by which addresses are compared: without case and compatibility variants in every script (NFKC_Casefold). */
    public String folded() {
        return Normalizer2.getNFKCCasefoldInstance().normalize(value);
    }

    private static Refused malformed() {
        return Refused.at("email", "accounts.email.malformed");
    }

    /** Hides it: an address does not belong into a log. */
    @Override
    public String toString() {
        return "EmailAddress[…]";
    }
}
