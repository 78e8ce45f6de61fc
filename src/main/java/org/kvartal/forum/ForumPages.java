package org.kvartal.forum;

import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Language;
import org.kvartal.shell.ShellPages;
import org.kvartal.site.SitePages;

/** Where the forum is found. */
public final class ForumPages {

    /** The sessions, below {@code /app}. */
    public static final String SESSIONS = "sessions";

    /** Where an item is proposed, below {@code /app}; takes {@code session} (a code), {@code series} and {@code thread} (a number). */
    public static final String PROPOSE = SESSIONS + "/propose";

    /** Where a session without a series is set up, below {@code /app}. */
    public static final String NEW_SESSION = SESSIONS + "/new";

    /** The series, below {@code /app}: {@code /new}, or one by its id. */
    public static final String SERIES = SESSIONS + "/series";

    /** Where a series is set up, below {@code /app}. */
    public static final String NEW_SERIES = SERIES + "/new";

    /** What waits for a series, below {@code /app}; its id follows, nothing for sessions that belong to none. */
    public static final String BACKLOG = SESSIONS + "/backlog";

    /** An item in trails. */
    public static final String TRACED_ITEM = "agenda-item";

    /** What came out of an item, in trails. */
    public static final String TRACED_OUTCOME = "outcome";

    /** Where somebody says that a session was held, to enter it from paper; below {@code /app}. */
    public static final String FROM_PAPER = SESSIONS + "/from-paper";

    /** Who voted how, as a table for a spreadsheet; the vote's id and {@code .csv} follow. */
    public static final String VOTES_FILE = "/my/sessions/votes/";

    /** What somebody has proposed, for themselves, below {@code /app}; the item's id follows. */
    public static final String OWN = SESSIONS + "/proposals";

    /** How codes look in addresses. */
    public static final String CODE = "S-[0-9]{4}-[0-9]{2,4}";

    /** The public list of sessions, below the language prefix. */
    public static final String PUBLIC_SESSIONS = SitePages.SESSIONS;

    /** What the letter's link leads to, below the language prefix; takes {@code token}. */
    public static final String ANSWER = PUBLIC_SESSIONS + "/answer";

    private ForumPages() {}

    /** The full path of a session in the workspace. */
    public static String session(String code) {
        return ShellPages.path(SESSIONS) + "/" + code;
    }

    /** The full path of where its agenda is made. */
    public static String agenda(String code) {
        return session(code) + "/agenda";
    }

    /** The full path of the desk from which a session is run. */
    public static String desk(String code) {
        return session(code) + "/desk";
    }

    /** The full path of what a participant holds in their hand. */
    public static String room(String code) {
        return session(code) + "/room";
    }

    /** The full path of what everybody in the room sees on the wall. */
    public static String screen(String code) {
        return session(code) + "/screen";
    }

    /** The full path of where minutes are worded and read. */
    public static String minutes(String code) {
        return session(code) + "/minutes";
    }

    /** The path of published minutes below the language prefix. */
    public static String publicMinutes(String code) {
        return inPublic(code) + "/minutes";
    }

    /** The path of published minutes in print, below the language prefix. */
    public static String printedMinutes(String code) {
        return publicMinutes(code) + ".pdf";
    }

    /** Minutes in print for whoever may read them, with names and in their own language. */
    public static String ownMinutes(String code) {
        return "/my/sessions/" + code + "/minutes.pdf";
    }

    /** The table of who voted how. */
    public static String votesFile(BallotId ballot) {
        return VOTES_FILE + ballot + ".csv";
    }

    /** The full path of a series in the workspace. */
    public static String series(SeriesId series) {
        return ShellPages.path(SERIES) + "/" + series;
    }

    /** The full path of what waits for a series, or for sessions that belong to none. */
    public static String backlog(@Nullable SeriesId series) {
        return ShellPages.path(BACKLOG) + (series == null ? "" : "/" + series);
    }

    /** The full path of the form that proposes an item, for a session if one is named. */
    public static String propose(@Nullable String code) {
        return ShellPages.path(PROPOSE) + (code == null ? "" : "?session=" + code);
    }

    /** The full path of the form that proposes an item from a thread. */
    public static String proposeThread(long thread) {
        return ShellPages.path(PROPOSE) + "?thread=" + thread;
    }

    /** The full path of an item for whoever has proposed it. */
    public static String own(ItemId item) {
        return ShellPages.path(OWN) + "/" + item;
    }

    /** The path of a session below the language prefix. */
    public static String inPublic(String code) {
        return PUBLIC_SESSIONS + "/" + code;
    }

    /** What the letter's link leads to. */
    public static String answer(String token, Language language) {
        return "/" + language.code() + ANSWER + "?token=" + token;
    }
}
