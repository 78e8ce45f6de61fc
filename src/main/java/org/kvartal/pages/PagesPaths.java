package org.kvartal.pages;

import org.kvartal.shell.ShellPages;

/** Where pages and news are found. */
public final class PagesPaths {

    /** Where both are written, below {@code /app}. */
    public static final String DESK_ROUTE = ShellPages.ADMIN_ROUTE + "/pages";

    /** The full path of that. */
    public static final String DESK = ShellPages.ADMIN + "/pages";

    /** Where a piece of news is written, below {@code /app}; its id follows. */
    public static final String PIECE_ROUTE = DESK_ROUTE + "/news";

    /** The public list, below the language prefix; a number may follow. */
    public static final String NEWS = "/news";

    /** The public feed. */
    public static final String FEED = "/news.atom";

    private PagesPaths() {}

    /** The full path of a piece of news where it is written. */
    public static String piece(NewsId id) {
        return ShellPages.path(PIECE_ROUTE) + "/" + id;
    }

    /** The path of a piece of news below the language prefix. */
    public static String inPublic(long number) {
        return NEWS + "/" + number;
    }
}
