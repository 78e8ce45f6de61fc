package org.kvartal.mail.domain;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.util.Optional;
import org.kvartal.kernel.House;
import org.kvartal.kernel.HouseBook;
import org.kvartal.kernel.HouseBook.Section;
import org.springframework.stereotype.Component;

/** Whom letters come from: as the settings of the program say, else as the house's, else nobody's address. */
@Component
class Letterhead {

    private final House house;
    private final MailSettings settings;
    private final HouseBook book;

    Letterhead(House house, MailSettings settings, HouseBook book) {
        this.house = house;
        this.settings = settings;
        this.book = book;
    }

    /** The sender that the settings of the program name: it holds whatever the house's say. */
    Optional<InternetAddress> given() {
        return book.isGiven("kvartal.mail.from") ? Optional.of(named(settings.sender())) : Optional.empty();
    }

    InternetAddress sender(Section kept) {
        String address = kept.value(MailRoute.FROM);
        try {
            return address.isEmpty() ? named(settings.sender()) : sender(address);
        } catch (AddressException malformed) {
            return named(settings.sender());
        }
    }

    /** @param address as the house's settings have it, or are about to */
    InternetAddress sender(String address) throws AddressException {
        Optional<InternetAddress> given = given();
        return given.isPresent() ? given.get() : named(new InternetAddress(inAscii(address), true));
    }

    /** The address with its domain as mail servers know it. */
    static String inAscii(String address) throws AddressException {
        int domain = address.lastIndexOf('@') + 1;
        try {
            return address.substring(0, domain) + IDN.toASCII(address.substring(domain));
        } catch (IllegalArgumentException malformed) {
            throw new AddressException("no such domain can exist", address.substring(domain));
        }
    }

    private InternetAddress named(InternetAddress sender) {
        if (sender.getPersonal() == null) {
            try {
                sender.setPersonal(LetterWriter.oneLine(house.name()), "UTF-8");
            } catch (UnsupportedEncodingException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        return sender;
    }
}
