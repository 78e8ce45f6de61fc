package org.kvartal.alliance;

import org.kvartal.shell.ShellPages;

/** Where the directory is found. */
public final class AlliancePages {

    /** The directory in the workspace, below {@code /app}: one's own entries, and what waits. */
    public static final String DIRECTORY = "directory";

    /** Where somebody suggests an entry, below {@code /app}. */
    public static final String NEW_ENTRY = DIRECTORY + "/new";

    /** Suggested changes, below {@code /app}. */
    public static final String SUGGESTIONS = DIRECTORY + "/suggestions";

    /** The public directory, below the language prefix. */
    public static final String PUBLIC_DIRECTORY = "/directory";

    /** The directory for the pages of others, below the language prefix. */
    public static final String EMBEDDED = PUBLIC_DIRECTORY + "/embed";

    /** Partner cities and agreements, below the language prefix. */
    public static final String PARTNERSHIPS = "/partnerships";

    /** The last printed edition, below the language prefix. */
    public static final String CATALOGUE = "/catalogue.pdf";

    /** What there is for other programs, told to people, below the language prefix. */
    public static final String OPEN_DATA = "/open-data";

    /** Where other programs take the directory. */
    public static final String API = "/api/v1";

    /** Where catalogues are made, below {@code /app}; a filter may follow as in the public directory. */
    public static final String CATALOGUES = DIRECTORY + "/catalogue";

    private AlliancePages() {}

    /** The full path of where catalogues are made, in the workspace, with a filter chosen. */
    public static String catalogueOf(DirectoryFilter filter) {
        String query = filter.write();
        return ShellPages.path(CATALOGUES) + (query.isEmpty() ? "" : "?" + query);
    }

    /** The path of a public entry below the language prefix. */
    public static String inPublic(String slug) {
        return PUBLIC_DIRECTORY + "/" + slug;
    }

    /** The path of the public directory under a filter, below the language prefix. */
    public static String inPublic(DirectoryFilter filter) {
        return under(PUBLIC_DIRECTORY, filter);
    }

    /** The path of the directory for the pages of others under a filter, below the language prefix. */
    public static String embedded(DirectoryFilter filter) {
        return under(EMBEDDED, filter);
    }

    private static String under(String path, DirectoryFilter filter) {
        String query = filter.write();
        return query.isEmpty() ? path : path + "?" + query;
    }

    /** The full path of the form for an entry in the workspace. */
    public static String edit(String slug) {
        return ShellPages.path(DIRECTORY) + "/" + slug + "/edit";
    }

    /** The full path of what has changed in an entry, in the workspace. */
    public static String history(String slug) {
        return ShellPages.path(DIRECTORY) + "/" + slug + "/history";
    }

    /** The full path of a suggested change in the workspace. */
    public static String suggestion(RevisionId revision) {
        return ShellPages.path(SUGGESTIONS) + "/" + revision;
    }
}
