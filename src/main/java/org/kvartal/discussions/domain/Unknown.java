package org.kvartal.discussions.domain;

import java.util.Map;
import org.kvartal.accounts.PersonCard;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;

/** A person of whom accounts no longer knows a name: what they wrote stands without one. */
final class Unknown {

    private Unknown() {}

    static PersonCard or(Map<PersonId, PersonCard> cards, PersonId person, Language language) {
        PersonCard card = cards.get(person);
        return card != null ? card : new PersonCard(person, "–", null, language);
    }
}
