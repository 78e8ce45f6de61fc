package org.kvartal.accounts;

import java.util.Collection;
import java.util.Set;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.PersonId;

/**
 * Decides who may do what, read afresh at each act: a role that ended a second ago no longer counts. A person has the union of what their
 * current roles carry; what no role carries is denied, and everything to whoever is {@linkplain Suspensions suspended}. The house itself ({@link Asker.House}) may do everything; guests hold no role.
 */
public interface Permissions {

    /** Whether the asker may do it there now. */
    boolean has(Asker asker, Permission permission, Scope scope);

    /**
     * Lets the act go on, or stops it.
     *
     * @throws org.kvartal.kernel.Forbidden if the asker may not
     */
    void check(Asker asker, Permission permission, Scope scope);

    /** Who of these people may do it there now, in one query: for what is shown to many at once. */
    Set<PersonId> among(Collection<PersonId> people, Permission permission, Scope scope);

    /** Everybody who may do it there now, in one query: for whom something is told that waits for one of them. */
    Set<PersonId> holders(Permission permission, Scope scope);

    /** Everybody who holds that role now, for the whole house or for a part of it, in one query; for code that has found that its asker may know. */
    Set<PersonId> holders(Role role);

    /** The roles that the asker holds now for the scope or for the whole house. */
    Set<Role> roles(Asker asker, Scope scope);
}
