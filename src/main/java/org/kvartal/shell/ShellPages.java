package org.kvartal.shell;

/** Where the workspace itself is found. */
public final class ShellPages {

    /** The first page of the workspace: Today. */
    public static final String HOME = "/app";

    /** The route of Today, below {@code /app}. */
    public static final String TODAY = "";

    /** The route of what the house is managed by, below {@code /app}; the pages that {@link AdminPart}s name lie below it. */
    public static final String ADMIN_ROUTE = "admin";

    /** What the house is managed by, as far as the reader may. */
    public static final String ADMIN = HOME + "/" + ADMIN_ROUTE;

    private ShellPages() {}

    /** The path of a route of the workspace. */
    public static String path(String route) {
        return route.isEmpty() ? HOME : HOME + "/" + route;
    }
}
