package org.kvartal.site;

/** Addresses that the frame of the public pages links to and that other modules answer. */
public final class SitePages {

    /** The list of public threads, below the language prefix. */
    public static final String THREADS = "/threads";

    /** Where somebody begins who wants to belong, below the language prefix. */
    public static final String JOIN = "/join";

    /** The list of the house's bodies, below the language prefix. */
    public static final String BODIES = "/bodies";

    /** The list of sessions, below the language prefix. */
    public static final String SESSIONS = "/sessions";

    /** What the house does with what it knows of people, below the language prefix; there once somebody has written it. */
    public static final String PRIVACY = "/privacy";

    /** Where somebody known comes in. */
    public static final String SIGN_IN = "/sign-in";

    /** The house's own colour, as a style sheet. */
    public static final String STYLE = "/look/house.css";

    /** A path variable that takes only the house's languages; controllers take it as a {@link org.kvartal.kernel.Language}. */
    public static final String LANGUAGE = "/{language:en|ru|bg}";

    private SitePages() {}
}
