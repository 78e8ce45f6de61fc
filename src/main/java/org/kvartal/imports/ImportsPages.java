package org.kvartal.imports;

import org.kvartal.shell.ShellPages;

/** Where imports are found. There is nothing at these addresses where no module offers a kind. */
public final class ImportsPages {

    /** The route of all imports below {@code /app}. */
    public static final String IMPORT_ROUTE = "admin/import";

    /** All imports, and the place for a new one. */
    public static final String IMPORT = ShellPages.HOME + "/" + IMPORT_ROUTE;

    private ImportsPages() {}

    /** All imports, with a kind chosen for a new one. */
    public static String ofKind(String kind) {
        return IMPORT + "?kind=" + kind;
    }

    /** One import. */
    public static String one(long number) {
        return IMPORT + "/" + number;
    }
}
