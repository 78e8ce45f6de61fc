package org.kvartal.accounts;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;

/** The people of the house, as pages show them. */
public interface People {

    Optional<PersonCard> card(PersonId person);

    /** The cards of many people in one query. Unknown ids are left out. */
    Map<PersonId, PersonCard> cards(Collection<PersonId> people);

    /** How many of these people read each language, in one query. Unknown ids are left out. */
    Map<Language, Integer> languages(Collection<PersonId> people);

    /**
     * Faces of people by part of their name, in the order of the reader's alphabet, for a field that asks for a person.
     *
     * @throws org.kvartal.kernel.Forbidden if the asker may not {@link Grants#SEE}
     */
    List<PersonCard> named(Asker by, String name, Language language, int offset, int limit);

    /**
     * Faces of people by part of their name who may do something now, in the order of the reader's alphabet. For code that has found before
     * that its asker may see who they are.
     */
    List<PersonCard> named(Permission holding, Scope scope, String name, Language language, int limit);
}
