package org.kvartal.accounts;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;
import org.kvartal.shell.ShellPages;
import org.kvartal.site.SitePages;

/** Addresses of signing up, signing in and one's own settings. */
public final class AccountsPages {

    /** Signing up, below a language: {@link #signUp(Language)}. Without one it leads to the browser's. */
    public static final String SIGN_UP = "/sign-up";

    /** Signing in; takes {@code continue}, a path to go on to, and {@code language}. */
    public static final String SIGN_IN = SitePages.SIGN_IN;

    /** Ends this sign-in; takes a POST. */
    public static final String SIGN_OUT = "/sign-out";

    /** The page behind the letter that confirms an address; takes {@code token}. */
    public static final String CONFIRM = "/confirm";

    /** A new password by letter; with {@code token} the page behind that letter. */
    public static final String RESET = "/reset";

    /** Sets a new house up and makes its first administrator; takes {@code token}. */
    public static final String SET_UP = "/set-up";

    /** The route of one's own settings below {@code /app}. */
    public static final String SETTINGS_ROUTE = "settings";

    /** One's own settings. */
    public static final String SETTINGS = ShellPages.HOME + "/" + SETTINGS_ROUTE;

    /** The route of one's own data below {@code /app}. */
    public static final String OWN_DATA_ROUTE = SETTINGS_ROUTE + "/data";

    /** One's own data: who can see it, a copy of it, and its end. */
    public static final String OWN_DATA = ShellPages.HOME + "/" + OWN_DATA_ROUTE;

    /** The page behind the letter that keeps an account after all; takes {@code token}. Without one it says that the account is closed. */
    public static final String KEEP_ACCOUNT = "/keep-account";

    /** The route, below {@code /app}, of those who hold roles; {@link #roles(PersonId)} is the page of one person. */
    public static final String ROLES_ROUTE = ShellPages.ADMIN_ROUTE + "/roles";

    /** Those who hold roles. */
    public static final String ROLES = ShellPages.HOME + "/" + ROLES_ROUTE;

    /** The route of the audit trail below {@code /app}. */
    public static final String TRAIL_ROUTE = ShellPages.ADMIN_ROUTE + "/audit";

    /** What was done in the house; takes {@code person}, {@code module}, {@code from} and {@code to}, the last two as days. */
    public static final String TRAIL = ShellPages.HOME + "/" + TRAIL_ROUTE;

    private AccountsPages() {}

    /** The roles of one person, and whether they may come in. */
    public static String roles(PersonId person) {
        return ROLES + "/" + person;
    }

    /** What one person did. */
    public static String trail(PersonId person) {
        return TRAIL + "?person=" + person;
    }

    public static String signUp(Language language) {
        return "/" + language.code() + SIGN_UP;
    }

    /** Signing in, in that language. */
    public static String signIn(Language language) {
        return SIGN_IN + "?language=" + language.code();
    }

    /** The page behind the letter that confirms an address. */
    public static String confirm(String token, Language language) {
        return CONFIRM + "?token=" + token + "&language=" + language.code();
    }

    /** Asking for the letter that sets a new password. */
    public static String reset(Language language) {
        return RESET + "?language=" + language.code();
    }

    /** The page behind the letter that sets a new password. */
    public static String reset(String token, Language language) {
        return RESET + "?token=" + token + "&language=" + language.code();
    }

    /** The page behind the letter that keeps an account after all. */
    public static String keepAccount(String token, Language language) {
        return KEEP_ACCOUNT + "?token=" + token + "&language=" + language.code();
    }

    /** What is said once an account is closed. */
    public static String closed(Language language) {
        return KEEP_ACCOUNT + "?language=" + language.code();
    }

    /** Signing in, and then on to a path of this house. */
    public static String signInThen(String path) {
        return SIGN_IN + "?continue=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
    }
}
