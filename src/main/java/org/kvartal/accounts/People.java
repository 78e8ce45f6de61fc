package org.kvartal.accounts;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.kvartal.kernel.PersonId;

/** The people of the house, as pages show them. */
public interface People {

    Optional<PersonCard> card(PersonId person);

    /** The cards of many people in one query. Unknown ids are left out. */
    Map<PersonId, PersonCard> cards(Collection<PersonId> people);
}
