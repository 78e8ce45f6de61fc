package org.kvartal.membership.domain;

import java.time.ZoneId;
import org.kvartal.accounts.Arrivals;
import org.kvartal.accounts.Arrivals.Newcomer;
import org.kvartal.accounts.Arrivals.SignIn;
import org.kvartal.accounts.Correspondence;
import org.kvartal.accounts.People;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;
import org.springframework.stereotype.Component;

/** Finds the person behind a mail address that they have proved to be theirs, or makes them. */
@Component
class KnownPeople {

    private static final Asker HOUSE = Asker.house("membership");

    private final People people;
    private final Correspondence correspondence;
    private final Arrivals arrivals;

    KnownPeople(People people, Correspondence correspondence, Arrivals arrivals) {
        this.people = people;
        this.correspondence = correspondence;
        this.arrivals = arrivals;
    }

    /**
     * @param id of the person where the house knows them already, and the one they get where it does not
     * @param address proved to be theirs by a link from a letter to it
     */
    PersonId behind(PersonId id, String address, String name, Language language, ZoneId zone) {
        if (people.card(id).isPresent()) {
            return id;
        }
        return correspondence.personAt(address).orElseGet(() -> {
            // No password yet: they are let in by the link, and set one by the letter for that.
            arrivals.bring(HOUSE, new Newcomer(id, name, language, zone, new SignIn(address, null)));
            return id;
        });
    }
}
