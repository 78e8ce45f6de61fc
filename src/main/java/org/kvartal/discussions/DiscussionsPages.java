package org.kvartal.discussions;

/** Where discussions are found. */
public final class DiscussionsPages {

    /** The workspace's list of threads, below {@code /app}. */
    public static final String THREADS = "threads";

    /** The form for a new thread, below {@code /app}. */
    public static final String NEW_THREAD = "threads/new";

    /** The spaces' settings, below {@code /app}. */
    public static final String ADMIN_SPACES = "admin/spaces";

    private DiscussionsPages() {}

    /** The path of a thread in the workspace. */
    public static String inWorkspace(long thread) {
        return "/app/threads/" + thread;
    }

    /** The lasting path of a post in the workspace. */
    public static String inWorkspace(long thread, int post) {
        return "/app/threads/" + thread + "/" + post;
    }

    /** The path of a public thread below the language prefix. */
    public static String inPublic(long thread) {
        return "/threads/" + thread;
    }

    /** The lasting path of a post of a public thread; leads to the page and place where the post stands. */
    public static String inPublic(long thread, int post) {
        return "/threads/" + thread + "/" + post;
    }
}
