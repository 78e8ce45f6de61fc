package org.kvartal.administration;

import org.kvartal.shell.ShellPages;

/** Where the house as a whole is looked after. */
public final class AdministrationPages {

    /** The route of the backups below {@code /app}. */
    public static final String BACKUPS_ROUTE = "admin/backups";

    /** The backups. */
    public static final String BACKUPS = ShellPages.HOME + "/" + BACKUPS_ROUTE;

    private AdministrationPages() {}
}
