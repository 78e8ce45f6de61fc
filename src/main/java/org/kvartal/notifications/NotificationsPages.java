package org.kvartal.notifications;

import java.util.UUID;
import org.kvartal.shell.ShellPages;

/** Where notices are found. */
public final class NotificationsPages {

    /** The inbox, below {@code /app}. */
    public static final String INBOX = "inbox";

    private NotificationsPages() {}

    /** A notice: opening it marks it as read and leads on to what it is about. */
    public static String notice(UUID id) {
        return ShellPages.path(INBOX) + "/" + id;
    }
}
