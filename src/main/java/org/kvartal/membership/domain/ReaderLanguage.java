package org.kvartal.membership.domain;

import org.kvartal.accounts.People;
import org.kvartal.accounts.PersonCard;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.springframework.stereotype.Component;

/** The language in which somebody reads what a job writes for them. */
@Component
class ReaderLanguage {

    private final People people;

    ReaderLanguage(People people) {
        this.people = people;
    }

    Language of(Asker reader) {
        return reader.person().flatMap(people::card).map(PersonCard::language).orElse(Language.EN);
    }
}
