package org.kvartal.shell;

/** Where the workspace itself is found. */
public final class ShellPages {

    /** The first page of the workspace: Today. */
    public static final String HOME = "/app";

    /** The route of Today, below {@code /app}. */
    public static final String TODAY = "";

    private ShellPages() {}

    /** The path of a route of the workspace. */
    public static String path(String route) {
        return route.isEmpty() ? HOME : HOME + "/" + route;
    }
}
