package org.kvartal.alliance;

import java.util.List;
import org.kvartal.accounts.Permission;
import org.kvartal.accounts.Role;

/** What may be done in the directory by a role. Owners have their right from a mandate; everybody who is signed in may suggest. */
public final class AllianceRights {

    /** To keep every entry: to change it at once, to decide on suggestions, states and addresses; held for the whole house. */
    public static final Permission STEWARD = Permission.of("alliance.steward", Role.OFFICER, Role.ADMINISTRATOR);

    /** All of them, for the walker of the rights matrix. */
    public static final List<Permission> ALL = List.of(STEWARD);

    private AllianceRights() {}
}
