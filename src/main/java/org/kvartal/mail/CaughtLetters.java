package org.kvartal.mail;

import jakarta.servlet.http.HttpServletRequest;

/** The letters of a house that has no mail server, which are shown at {@link MailPages#LETTERS}. Not there where letters are sent. */
public interface CaughtLetters {

    /** Whether whoever sent this request may read them, so that a page can lead there. */
    boolean areShownTo(HttpServletRequest request);
}
