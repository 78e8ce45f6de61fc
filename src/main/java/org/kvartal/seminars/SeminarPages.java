package org.kvartal.seminars;

import org.kvartal.kernel.Language;
import org.kvartal.shell.ShellPages;

/** Where seminars are found. */
public final class SeminarPages {

    /** The seminars, below {@code /app}; an address may follow. */
    public static final String SEMINARS = "seminars";

    /** Where a seminar is begun, below {@code /app}. */
    public static final String NEW = SEMINARS + "/new";

    /** What follows the address of a seminar for its team. */
    public static final String DESK = "desk";

    /** What follows the address of a seminar for whoever stands at the door with a phone. */
    public static final String CHECK_IN = "check-in";

    /** The public list, below the language prefix. */
    public static final String PUBLIC_SEMINARS = "/seminars";

    /** The page behind the link in a letter to a participant; the token follows, and there is no language prefix. */
    public static final String PLACE = "/place";

    /** What the code on a certificate leads to; the code follows, and there is no language prefix. */
    public static final String VERIFY = "/verify";

    /** How the code of a certificate looks in addresses. */
    public static final String CERTIFICATE_CODE = "[A-Z2-7]{26}";

    /** In trails. */
    public static final String TRACED_SEMINAR = "seminar";

    private SeminarPages() {}

    /** The full path of a seminar in the workspace. */
    public static String seminar(String slug) {
        return ShellPages.path(SEMINARS) + "/" + slug;
    }

    /** The full path of what its team works with. */
    public static String desk(String slug) {
        return seminar(slug) + "/" + DESK;
    }

    /** The full path of the page at the door. */
    public static String checkIn(String slug) {
        return seminar(slug) + "/" + CHECK_IN;
    }

    /** The path of a seminar below the language prefix. */
    public static String inPublic(String slug) {
        return PUBLIC_SEMINARS + "/" + slug;
    }

    /** What a letter's link leads to, in a language. */
    public static String place(String token, Language language) {
        return PLACE + "/" + token + "?language=" + language.code();
    }

    /** What the code on a certificate leads to. */
    public static String verify(String code) {
        return VERIFY + "/" + code;
    }
}
