package org.kvartal.mail.domain;

import jakarta.mail.internet.InternetAddress;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** To which server letters go and from whom they come: what one reading of the settings said, for all letters of a round. */
record Way(JavaMailSenderImpl server, InternetAddress from) {

    /** The part after the @, by which the house names its messages. */
    String domain() {
        String address = from.getAddress();
        return address.substring(address.indexOf('@') + 1);
    }
}
