package org.kvartal.membership.domain;

import org.kvartal.accounts.EmailAddress;
import org.kvartal.membership.MemberId;
import org.kvartal.site.Network;
import org.kvartal.site.Pace;
import org.kvartal.site.Pace.Limit;
import org.springframework.stereotype.Component;

/** How often one network may begin applications, and how many letters go to one address. */
@Component
class JoiningPace {

    private static final Limit BEGUN = Limit.perHour(60);
    private static final Limit LETTERS_PER_SOURCE = Limit.perHour(90);
    private static final Limit LETTERS_PER_ADDRESS = Limit.perHour(5);

    private final Pace pace = new Pace();

    /** Counts an application that is begun, with its letter. An unknown network is the house's own. */
    void begin(Network network, EmailAddress address) {
        if (network.known()) {
            pace.count("begin", network.value(), BEGUN);
            letter(network, address);
        }
    }

    /** Counts a letter that somebody from there wants to have sent. */
    void letter(Network network, EmailAddress address) {
        if (network.known()) {
            pace.count("letter", network.value(), LETTERS_PER_SOURCE);
        }
        letter(address);
    }

    /** Counts an invitation that somebody of the organisation, or about it, wants to have sent. */
    void invitation(MemberId organisation, EmailAddress address) {
        pace.count("invitation", organisation.toString(), LETTERS_PER_SOURCE);
        letter(address);
    }

    private void letter(EmailAddress address) {
        pace.count("letter-to", address.folded(), LETTERS_PER_ADDRESS);
    }
}
