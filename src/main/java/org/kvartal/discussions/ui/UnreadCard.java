package org.kvartal.discussions.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Optional;
import org.kvartal.discussions.DiscussionsPages;
import org.kvartal.discussions.Threads;
import org.kvartal.discussions.Threads.ThreadRow;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Reader;
import org.kvartal.kernel.Wording;
import org.kvartal.shell.Card;
import org.kvartal.shell.HomeCard;
import org.kvartal.shell.RelativeTime;
import org.kvartal.shell.ShellPages;

/** What was written in threads since the reader was there last. */
@org.springframework.stereotype.Component
class UnreadCard implements HomeCard {

    private static final int ROWS = 6;

    private final Threads threads;
    private final Messages messages;
    private final Wording wording;

    UnreadCard(Threads threads, Messages messages, Wording wording) {
        this.threads = threads;
        this.messages = messages;
        this.wording = wording;
    }

    @Override
    public Column column() {
        return Column.MOVED;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Optional<Component> card(Reader reader) {
        List<ThreadRow> unread = threads.unread(reader.asker(), ROWS);
        if (unread.isEmpty()) {
            return Optional.empty();
        }
        UnorderedList rows = new UnorderedList();
        rows.addClassName("rows");
        unread.forEach(row -> rows.add(row(row, reader)));
        return Optional.of(new Card(messages.text(reader.language(), "discussions.app.home.title"))
                .more(
                        ShellPages.path(DiscussionsPages.THREADS),
                        messages.text(reader.language(), "discussions.app.home.all"))
                .hold(rows));
    }

    private ListItem row(ThreadRow row, Reader reader) {
        Anchor link = new Anchor(DiscussionsPages.inWorkspace(row.number()), row.title());
        link.getElement().setAttribute("lang", row.language().code());
        H3 title = new H3(link);
        title.addClassName("row-title");
        Span count = new Span(messages.text(reader.language(), "discussions.app.home.unread", row.unread()));
        Div meta =
                new Div(count, new Span(row.lastAuthor().name()), new RelativeTime(row.lastPostAt(), wording, reader));
        meta.addClassNames("row-meta", "meta");
        ListItem item = new ListItem(title, meta);
        item.addClassNames("row", "unread");
        return item;
    }
}
