package org.kvartal.membership;

import org.kvartal.imports.ImportId;
import org.kvartal.kernel.Language;
import org.kvartal.shell.ShellPages;

/** Where membership is found. */
public final class MembershipPages {

    /** Where somebody new begins, below the language prefix. */
    public static final String JOIN = "/join";

    /** The applicant's own application, below the language prefix: the form, and where it stands. */
    public static final String APPLICATION = JOIN + "/application";

    /** The page behind the letter that leads back to an application, below the language prefix; takes {@code token}. */
    public static final String RESUME = JOIN + "/resume";

    /** Asking for that letter once more, below the language prefix. */
    public static final String LOST_LINK = JOIN + "/link";

    /** The page behind the letter that says that one was admitted, below the language prefix; takes {@code token}. */
    public static final String WELCOME = JOIN + "/welcome";

    /** The page behind an invitation to represent an organisation, below the language prefix; takes {@code token}. */
    public static final String MANDATE = JOIN + "/mandate";

    /** The page behind the letter to somebody whom an import brought in, below the language prefix; takes {@code token}. */
    public static final String INVITATION = JOIN + "/invitation";

    /** The public list of bodies, below the language prefix. */
    public static final String PUBLIC_BODIES = "/bodies";

    /** The members' list, below {@code /app}. */
    public static final String MEMBERS = "members";

    /** The office's queue of applications, below {@code /app}. */
    public static final String APPLICATIONS = MEMBERS + "/applications";

    /** The bodies, below {@code /app}. */
    public static final String BODIES = MEMBERS + "/bodies";

    /** Letters of the office to many, below {@code /app}; one letter's id follows. */
    public static final String CIRCULARS = MEMBERS + "/letters";

    /** The route of the invitations of an import, below {@code /app}; the import's id follows. */
    public static final String INVITATIONS = ShellPages.ADMIN_ROUTE + "/invitations";

    /** The members' list as a table; takes {@code name}, {@code sector}, {@code city} and {@code kind} as the list does. */
    public static final String MEMBERS_FILE = "/my/members.csv";

    private MembershipPages() {}

    /** The page of a letter of the office. */
    public static String circular(CircularId id) {
        return ShellPages.path(CIRCULARS) + "/" + id;
    }

    public static String join(Language language) {
        return in(language, JOIN);
    }

    /** The applicant's own page: which application it is, the cookie tells. */
    public static String application(Language language) {
        return in(language, APPLICATION);
    }

    public static String resume(String token, Language language) {
        return in(language, RESUME) + "?token=" + token;
    }

    public static String welcome(String token, Language language) {
        return in(language, WELCOME) + "?token=" + token;
    }

    public static String mandate(String token, Language language) {
        return in(language, MANDATE) + "?token=" + token;
    }

    public static String invitation(String token, Language language) {
        return in(language, INVITATION) + "?token=" + token;
    }

    /** The invitations of an import. */
    public static String invitations(ImportId id) {
        return ShellPages.path(INVITATIONS) + "/" + id;
    }

    /** The public page of a body, below the language prefix. */
    public static String publicBody(String slug) {
        return PUBLIC_BODIES + "/" + slug;
    }

    /** A member's page in the workspace. */
    public static String member(long number) {
        return ShellPages.path(MEMBERS) + "/" + number;
    }

    /** An application in the workspace. */
    public static String application(long number) {
        return ShellPages.path(APPLICATIONS) + "/" + number;
    }

    /** A body in the workspace. */
    public static String body(String slug) {
        return ShellPages.path(BODIES) + "/" + slug;
    }

    private static String in(Language language, String path) {
        return "/" + language.code() + path;
    }
}
