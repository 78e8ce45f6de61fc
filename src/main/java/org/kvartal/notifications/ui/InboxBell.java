package org.kvartal.notifications.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Reader;
import org.kvartal.live.Rereading;
import org.kvartal.notifications.Inbox;
import org.kvartal.shell.HeaderPart;

/** The bell in the head, for whoever has an inbox. */
@org.springframework.stereotype.Component
class InboxBell implements HeaderPart {

    private static final int BEFORE_ONESELF = 500;

    private final Inbox inbox;
    private final Rereading rereading;
    private final Messages messages;

    InboxBell(Inbox inbox, Rereading rereading, Messages messages) {
        this.inbox = inbox;
        this.rereading = rereading;
        this.messages = messages;
    }

    @Override
    public int order() {
        return BEFORE_ONESELF;
    }

    @Override
    public Optional<Component> part(Reader reader) {
        return reader.asker().person().map(_ -> new Bell(inbox, rereading, messages, reader));
    }
}
