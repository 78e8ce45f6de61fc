package org.kvartal.mail.domain;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the house writes letters.
 *
 * @param from the address that letters come from, with or without a name: {@code Kvartal <post@example.org>}
 */
@ConfigurationProperties("kvartal.mail")
record MailSettings(@DefaultValue("kvartal@localhost") String from) {

    MailSettings {
        sender(from);
    }

    InternetAddress sender() {
        return sender(from);
    }

    /** The part after the @, by which the house names its messages. */
    String domain() {
        String address = sender().getAddress();
        return address.substring(address.indexOf('@') + 1);
    }

    private static InternetAddress sender(String from) {
        try {
            InternetAddress[] parsed = InternetAddress.parse(from, false);
            if (parsed.length == 1 && parsed[0].getAddress().indexOf('@') > 0) {
                parsed[0].setAddress(Letterhead.inAscii(parsed[0].getAddress()));
                return parsed[0];
            }
        } catch (AddressException malformed) {
            // said below, together with the other ways in which it can be wrong
        }
        throw new IllegalArgumentException("kvartal.mail.from is no mail address: " + from);
    }
}
