package org.kvartal.notifications.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Reader;
import org.kvartal.kernel.Wording;
import org.kvartal.notifications.Inbox.NoticeLine;
import org.kvartal.notifications.NotificationsPages;
import org.kvartal.shell.RelativeTime;

/** A notice in a list: its sentence, which opens it, what more there is to know, and when it was told. */
class NoticeRow extends ListItem {

    private final Span unread;

    /** @param heading an empty heading of the level that fits the list */
    NoticeRow(NoticeLine line, HtmlContainer heading, Messages messages, Wording wording, Reader reader) {
        unread = new Span(" (" + messages.text(reader.language(), "notifications.inbox.unread") + ")");
        unread.addClassName("visually-hidden");
        Anchor link = new Anchor(NotificationsPages.notice(line.id()));
        link.add(new Span(line.text().title()), unread);
        heading.add(link);
        heading.addClassName("row-title");
        addClassName("row");
        add(heading);
        String more = line.text().text();
        if (more != null) {
            Paragraph text = new Paragraph(more);
            text.addClassName("row-text");
            add(text);
        }
        Div meta = new Div(new RelativeTime(line.toldAt(), wording, reader));
        meta.addClassNames("row-meta", "meta");
        add(meta);
        mark(line.unread());
    }

    /** Shows whether it was read. */
    final void mark(boolean isUnread) {
        setClassName("unread", isUnread);
        unread.setVisible(isUnread);
    }

    /** What can be done with it, at the end of the row. */
    NoticeRow end(Component act) {
        Div end = new Div(act);
        end.addClassName("row-end");
        add(end);
        return this;
    }
}
