package org.kvartal.notifications.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.UUID;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Reader;
import org.kvartal.notifications.Inbox;
import org.kvartal.notifications.NotificationsPages;
import org.kvartal.shell.ShellPages;

/** Where a notice is opened, from the inbox or from its letter: it counts as read, and leads on. */
@Route(NotificationsPages.INBOX + "/:notice")
@PermitAll
class NoticeDoor extends Div implements BeforeEnterObserver {

    private final Inbox inbox;
    private final Reader reader;

    NoticeDoor(Inbox inbox, CurrentReader currentReader) {
        this.inbox = inbox;
        this.reader = currentReader.get();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String path = inbox.open(
                reader.asker(),
                reader.language(),
                event.getRouteParameters().get("notice").map(NoticeDoor::id).orElseThrow(NotFound::new));
        Location place = new Location(path.substring(ShellPages.HOME.length()).replaceFirst("^/", ""));
        event.forwardTo(place.getPath(), place.getQueryParameters());
    }

    private static UUID id(String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException noId) {
            throw new NotFound();
        }
    }
}
