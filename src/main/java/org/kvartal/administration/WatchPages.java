package org.kvartal.administration;

import org.kvartal.shell.ShellPages;

/** Where it is told how the house fares. */
public final class WatchPages {

    /** The route below {@code /app}. */
    public static final String WATCH_ROUTE = ShellPages.ADMIN_ROUTE + "/watch";

    /** How the house fares. */
    public static final String WATCH = ShellPages.HOME + "/" + WATCH_ROUTE;

    /** The figures for a program that watches; behind a token. */
    public static final String METRICS = "/actuator/prometheus";

    private WatchPages() {}
}
