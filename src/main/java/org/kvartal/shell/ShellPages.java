package org.kvartal.shell;

/** Where the workspace itself is found. */
public final class ShellPages {

    /** The first page of the workspace: Today. */
    public static final String HOME = "/app";

    /** The route of Today, below {@code /app}. */
    public static final String TODAY = "";

    private ShellPages() {}
}
