package org.kvartal.mail.web;

import java.util.List;
import org.kvartal.kernel.House;
import org.kvartal.kernel.StartNote;
import org.kvartal.mail.LetterServers;
import org.kvartal.mail.MailPages;
import org.kvartal.mail.domain.NoMailServer;
import org.kvartal.site.OnlyHere;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Tells whoever starts a house without a mail server where its letters are. */
@Component
@Conditional(NoMailServer.class)
@Order(20)
class LettersNote implements StartNote {

    private final House house;
    private final LetterServers servers;

    LettersNote(House house, LetterServers servers) {
        this.house = house;
        this.servers = servers;
    }

    @Override
    public List<String> lines() {
        if (!servers.keepsLetters()) {
            return List.of();
        }
        return List.of(
                OnlyHere.isNamedSo(house)
                        ? "No mail server is set: letters stay here and are shown at "
                                + house.address(MailPages.LETTERS)
                        : "No mail server is set: letters stay here, and nobody can read them. Set a mail server in the house's settings, or spring.mail.host.");
    }
}
