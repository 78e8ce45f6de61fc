package org.kvartal.accounts;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.kvartal.kernel.PersonId;
import org.kvartal.mail.Recipient;

/**
 * Where people get their letters: for code that posts one, or that finds out whom an address belongs to. Only confirmed addresses count.
 * What it answers is never shown on a page; whoever asks has found before that they may.
 */
public interface Correspondence {

    /** Whom a letter to that person is for; empty for who is unknown or has no address. */
    Optional<Recipient> recipient(PersonId person);

    /** The same for many people in one query. Whoever has no address is left out. */
    Map<PersonId, Recipient> recipients(Collection<PersonId> people);

    /**
     * The same for letters of what is new in the house: those who may not come in, and those who wait to be erased, are left out as well.
     */
    Map<PersonId, Recipient> readers(Collection<PersonId> people);

    /** Whose address that is, however it is spelled; empty where it is nobody's or can't be an address. */
    Optional<PersonId> personAt(String email);

    /** The same for many addresses in one query, by the address as it was given. Nobody's are left out. */
    Map<String, PersonId> peopleAt(Collection<String> emails);
}
