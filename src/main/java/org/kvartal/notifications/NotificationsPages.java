package org.kvartal.notifications;

import java.util.UUID;
import org.kvartal.shell.ShellPages;

/** Where notices are found. */
public final class NotificationsPages {

    /** The inbox, below {@code /app}. */
    public static final String INBOX = "inbox";

    /** Where letters of a kind are ended, from the letter itself; followed by a token. */
    public static final String LEAVE = "/unsubscribe";

    private NotificationsPages() {}

    /** A notice: opening it marks it as read and leads on to what it is about. */
    public static String notice(UUID id) {
        return ShellPages.path(INBOX) + "/" + id;
    }
}
