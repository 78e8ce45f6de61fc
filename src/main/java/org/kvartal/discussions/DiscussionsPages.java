package org.kvartal.discussions;

import org.kvartal.shell.ShellPages;
import org.kvartal.site.SitePages;

/** Where discussions are found. */
public final class DiscussionsPages {

    /** The workspace's list of threads, below {@code /app}. */
    public static final String THREADS = "threads";

    /** The form for a new thread, below {@code /app}. */
    public static final String NEW_THREAD = THREADS + "/new";

    /** The spaces' settings, below {@code /app}. */
    public static final String ADMIN_SPACES = "admin/spaces";

    /** The public list of threads, below the language prefix. */
    public static final String PUBLIC_THREADS = SitePages.THREADS;

    /** The newest public threads for feed readers; the feed of one thread is {@link #feed(long)}. */
    public static final String FEED = PUBLIC_THREADS + ".atom";

    /** The parameter of both lists that leaves out what is no need. */
    public static final String ONLY_NEEDS = "only=needs";

    /** What trails call a thread. */
    public static final String TRACED_THREAD = "thread";

    /** What trails call a post. */
    public static final String TRACED_POST = "post";

    private DiscussionsPages() {}

    /** The form for a new need in the workspace. */
    public static String newNeed() {
        return ShellPages.path(NEW_THREAD) + "?kind=need";
    }

    /** The path of a thread in the workspace. */
    public static String inWorkspace(long thread) {
        return ShellPages.path(THREADS) + "/" + thread;
    }

    /** The lasting path of a post in the workspace. */
    public static String inWorkspace(long thread, int post) {
        return inWorkspace(thread) + "/" + post;
    }

    /** The path of a public thread below the language prefix. */
    public static String inPublic(long thread) {
        return PUBLIC_THREADS + "/" + thread;
    }

    /** The lasting path of a post of a public thread; leads to the page and place where the post stands. */
    public static String inPublic(long thread, int post) {
        return inPublic(thread) + "/" + post;
    }

    /** The newest posts of a public thread for feed readers. */
    public static String feed(long thread) {
        return inPublic(thread) + ".atom";
    }
}
