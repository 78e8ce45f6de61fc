package org.kvartal.seminars;

import org.kvartal.kernel.Language;
import org.kvartal.shell.ShellPages;

/** Where seminars are found. */
public final class SeminarPages {

    /** The seminars, below {@code /app}; an address may follow. */
    public static final String SEMINARS = "seminars";

    /** Where a seminar is begun, below {@code /app}. */
    public static final String NEW = SEMINARS + "/new";

    /** What a person has completed, below {@code /app}. */
    public static final String CERTIFICATES = SEMINARS + "/certificates";

    /** In the address of the seminars: only those of that series. */
    public static final String SERIES = "series";

    /** What follows the address of a seminar for its team. */
    public static final String DESK = "desk";

    /** What follows the address of a seminar for whoever stands at the door with a phone. */
    public static final String CHECK_IN = "check-in";

    /** What follows the address of a seminar for the picture on the wall that lets people in. */
    public static final String DOOR = "door";

    /** In the address of a seminar: what the picture on the wall holds. */
    public static final String ROOM_CODE = "room";

    /** In the address of the page at the door: what the picture of a participant holds. */
    public static final String TICKET = "ticket";

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

    /** The full path of the seminars of a series. */
    public static String of(ProgrammeId series) {
        return ShellPages.path(SEMINARS) + "?" + SERIES + "=" + series;
    }

    /** The full path of what its team works with. */
    public static String desk(String slug) {
        return seminar(slug) + "/" + DESK;
    }

    /** The full path of the page at the door. */
    public static String checkIn(String slug) {
        return seminar(slug) + "/" + CHECK_IN;
    }

    /** What a participant's picture leads to: the page at the door, which lets them in. */
    public static String ticket(String slug, String ticket) {
        return checkIn(slug) + "?" + TICKET + "=" + ticket;
    }

    /** The full path of the picture on the wall. */
    public static String door(String slug) {
        return seminar(slug) + "/" + DOOR;
    }

    /** What the picture on the wall leads to: the seminar, where one says that one is there. */
    public static String room(String slug, String code) {
        return seminar(slug) + "?" + ROOM_CODE + "=" + code;
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
