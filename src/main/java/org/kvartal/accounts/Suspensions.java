package org.kvartal.accounts;

import java.util.Collection;
import java.util.Set;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;

/**
 * Keeps people out for a while. Whoever is suspended is signed out everywhere at once, can't sign in by password, letter or invitation, and holds no
 * permission; their roles, and what they wrote, stay as they are.
 */
public interface Suspensions {

    /** Who may suspend people, beside the house itself. An administrator's account is for administrators: see {@link Grants#GIVE}. */
    Permission SUSPEND = Permission.of("accounts.suspend", Role.OFFICER, Role.ADMINISTRATOR);

    /** The longest reason, in characters. */
    int LONGEST_REASON = 1_000;

    /**
     * Suspends a person. Where they are suspended already, nothing happens.
     *
     * @param reason read by those who keep the house, never by the person
     * @throws Refused at {@code reason} if it is missing or too long; for one's own account; if nobody would keep the system any more
     * @throws NotFound if there is no such person
     * @throws Forbidden if the asker may not {@link #SUSPEND}, or the person is an administrator and the asker is none
     */
    void suspend(Asker by, PersonId person, String reason);

    /**
     * Lets a person come in again. Where they are not suspended, nothing happens.
     *
     * @throws NotFound if there is no such person
     * @throws Forbidden as for {@link #suspend}
     */
    void lift(Asker by, PersonId person);

    /** Whether a person is suspended, as far as the asker may know: for whoever may not {@link #SUSPEND} nobody is. */
    boolean suspended(Asker asker, PersonId person);

    /** The same for many people, in one query. */
    Set<PersonId> suspended(Asker asker, Collection<PersonId> people);
}
