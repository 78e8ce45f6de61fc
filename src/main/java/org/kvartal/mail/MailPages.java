package org.kvartal.mail;

/** Addresses of the mail module. */
public final class MailPages {

    /** The letters that the built-in catcher caught; there only where no mail server is set. */
    public static final String LETTERS = "/letters";

    private MailPages() {}
}
