package org.kvartal.accounts;

import java.util.Collection;
import java.util.List;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;

/** Gives and ends roles, each time with a row in the audit trail. */
public interface Grants {

    /** Who may give and end roles, beside the house itself. */
    Permission GIVE = Permission.of("accounts.give-roles", Role.ADMINISTRATOR);

    /** Who may see what others hold, beside the house itself; their own everybody sees. */
    Permission SEE = Permission.of("accounts.see-roles", Role.OFFICER, Role.ADMINISTRATOR);

    /**
     * Gives a role for a scope and a term. Where the person holds it there throughout that term already, nothing happens.
     *
     * @throws NotFound if there is no such person
     * @throws Forbidden if the asker may not {@link #GIVE}
     */
    void give(Asker by, Grant grant);

    /**
     * The same for hundreds at once, in a number of statements that does not depend on theirs; no person twice.
     *
     * @throws NotFound if one of the people is not there
     */
    void giveAll(Asker by, Collection<Grant> grants);

    /**
     * Ends a role now, and takes back what was granted for later. A role that is not held is no error.
     *
     * @throws Refused if nobody would keep the system any more
     * @throws Forbidden if the asker may not {@link #GIVE}
     */
    void end(Asker by, PersonId person, Role role, Scope scope);

    /**
     * What a person holds now and was given for later, in the order in which it begins; nothing for whom nobody knows. A {@linkplain Suspensions
     * suspended} person's roles are told as well, though they do not count.
     *
     * @throws Forbidden if the asker may not {@link #SEE} and is not that person
     */
    List<HeldGrant> of(Asker by, PersonId person);
}
