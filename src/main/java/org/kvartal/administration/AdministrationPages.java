package org.kvartal.administration;

import org.kvartal.shell.ShellPages;

/** Addresses of what the house is managed by. */
public final class AdministrationPages {

    /** The route of the house's settings below {@code /app}. */
    public static final String SETTINGS_ROUTE = ShellPages.ADMIN_ROUTE + "/settings";

    /** The house's settings. */
    public static final String SETTINGS = ShellPages.HOME + "/" + SETTINGS_ROUTE;

    /** The route of the backups below {@code /app}. */
    public static final String BACKUPS_ROUTE = ShellPages.ADMIN_ROUTE + "/backups";

    /** The backups. */
    public static final String BACKUPS = ShellPages.HOME + "/" + BACKUPS_ROUTE;

    private AdministrationPages() {}
}
