package org.kvartal.alliance;

import org.kvartal.shell.ShellPages;

/** Where the directory is found. */
public final class AlliancePages {

    /** The directory in the workspace, below {@code /app}: one's own entries, and what waits. */
    public static final String DIRECTORY = "directory";

    /** The public directory, below the language prefix. */
    public static final String PUBLIC_DIRECTORY = "/directory";

    /** Partner cities and agreements, below the language prefix. */
    public static final String PARTNERSHIPS = "/partnerships";

    /** The last printed edition, below the language prefix. */
    public static final String CATALOGUE = "/catalogue.pdf";

    private AlliancePages() {}

    /** The path of a public entry below the language prefix. */
    public static String inPublic(String slug) {
        return PUBLIC_DIRECTORY + "/" + slug;
    }

    /** The path of the public directory under a filter, below the language prefix. */
    public static String inPublic(DirectoryFilter filter) {
        String query = filter.write();
        return query.isEmpty() ? PUBLIC_DIRECTORY : PUBLIC_DIRECTORY + "?" + query;
    }

    /** The full path of the form for an entry in the workspace. */
    public static String edit(String slug) {
        return ShellPages.path(DIRECTORY) + "/" + slug + "/edit";
    }
}
