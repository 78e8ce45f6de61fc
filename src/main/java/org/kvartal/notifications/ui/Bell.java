package org.kvartal.notifications.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Reader;
import org.kvartal.live.Rereading;
import org.kvartal.notifications.Inbox;
import org.kvartal.notifications.NotificationsPages;
import org.kvartal.shell.Icon;
import org.kvartal.shell.Notices;
import org.kvartal.shell.ShellPages;
import org.kvartal.shell.Shortcut;

/** The way to the inbox, with the number of what is unread there, which changes by itself. */
@StyleSheet("context://notifications/notifications.css")
class Bell extends Anchor {

    private final Inbox inbox;
    private final Messages messages;
    private final Reader reader;
    private final Span number = new Span();
    private final Rereading.Watch watch;
    private int shown;

    Bell(Inbox inbox, Rereading rereading, Messages messages, Reader reader) {
        super(ShellPages.path(NotificationsPages.INBOX));
        this.inbox = inbox;
        this.messages = messages;
        this.reader = reader;
        this.watch = rereading.watch(this);
        addClassNames("button", "plain", "bell");
        number.addClassName("bell-number");
        number.getElement().setAttribute("aria-hidden", "true");
        add(Icon.BELL.create(), number);
        new Shortcut("g i", text("notifications.inbox.title")).on(this);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        watch.on(inbox.topics(reader.asker()), this::count, this::ring);
        show(count());
    }

    private void ring(int unread) {
        if (unread > shown) {
            getUI().ifPresent(ui -> Notices.whisper(ui, text("notifications.bell.came", unread)));
        }
        show(unread);
    }

    private int count() {
        return inbox.unread(reader.asker(), reader.language());
    }

    private void show(int unread) {
        shown = unread;
        boolean many = unread > Inbox.MOST_COUNTED;
        number.setVisible(unread > 0);
        number.setText(many ? Inbox.MOST_COUNTED + "+" : String.valueOf(unread));
        setAriaLabel(many ? text("notifications.bell.many", Inbox.MOST_COUNTED) : text("notifications.bell", unread));
    }

    private String text(String key, Object... arguments) {
        return messages.text(reader.language(), key, arguments);
    }
}
