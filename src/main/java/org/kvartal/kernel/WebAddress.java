package org.kvartal.kernel;

import com.ibm.icu.text.IDNA;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address of a page on the web, as somebody would write it: http or https, a host with a domain in any script, and nobody's name before the host, which could make
 * {@code https://bank.example@evil.example} read as another place.
 *
 * @param value the address, with its scheme in small letters
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3986">RFC 3986, URI syntax</a>
 * @see <a href="https://www.unicode.org/reports/tr46/">UTS 46, domain names in all scripts</a>
 */
public record WebAddress(String value) {

    private static final IDNA DOMAINS =
            IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.USE_STD3_RULES | IDNA.CHECK_BIDI);

    private static final Pattern WITH_SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://.*");
    private static final Pattern PORT = Pattern.compile(":\\d{1,5}$");

    /** @throws IllegalArgumentException if it is none */
    public WebAddress {
        if (!fits(value)) {
            throw new IllegalArgumentException("not a web address");
        }
    }

    /** What was typed, with {@code https://} where it had no scheme; empty where it is no address. */
    public static Optional<WebAddress> of(String typed) {
        String text = PlainText.line(typed);
        String address = WITH_SCHEME.matcher(text).matches() ? text : "https://" + text;
        int end = address.indexOf("://");
        String value = address.substring(0, end).toLowerCase(Locale.ROOT) + address.substring(end);
        return fits(value) ? Optional.of(new WebAddress(value)) : Optional.empty();
    }

    private static boolean fits(String value) {
        int begin = value.indexOf("://") + 3;
        if (!value.startsWith("https://") && !value.startsWith("http://")) {
            return false;
        }
        int end = begin;
        while (end < value.length() && "/?#".indexOf(value.charAt(end)) < 0) {
            end++;
        }
        var info = new IDNA.Info();
        String domain = PORT.matcher(value.substring(begin, end)).replaceFirst("");
        String host = DOMAINS.nameToASCII(domain, new StringBuilder(), info).toString();
        try {
            URI uri = new URI(value.substring(0, begin) + host + value.substring(end));
            return !info.hasErrors() && host.indexOf('.') > 0 && uri.getHost() != null;
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
