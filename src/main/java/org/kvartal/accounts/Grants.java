package org.kvartal.accounts;

import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;

/** Gives and ends roles, each time with a row in the audit trail. */
public interface Grants {

    /** Who may give and end roles, beside the house itself. */
    Permission GIVE = Permission.of("accounts.give-roles", Role.ADMINISTRATOR);

    /**
     * Gives a role for a scope and a term. Where the person holds it there throughout that term already, nothing happens.
     *
     * @throws NotFound if there is no such person
     * @throws Forbidden if the asker may not {@link #GIVE}
     */
    void give(Asker by, Grant grant);

    /**
     * Ends a role now, and takes back what was granted for later. A role that is not held is no error.
     *
     * @throws Refused if nobody would keep the system any more
     * @throws Forbidden if the asker may not {@link #GIVE}
     */
    void end(Asker by, PersonId person, Role role, Scope scope);
}
