package org.kvartal.administration;

import org.kvartal.accounts.Permission;
import org.kvartal.accounts.Role;

/** What may be done with the house as a whole, and by whom. */
public final class AdministrationRights {

    public static final Permission SEE_BACKUPS =
            Permission.of("administration.see-backups", Role.OFFICER, Role.ADMINISTRATOR);

    public static final Permission KEEP_BACKUPS = Permission.of("administration.keep-backups", Role.ADMINISTRATOR);

    private AdministrationRights() {}
}
