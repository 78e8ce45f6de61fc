package org.kvartal.discussions.ui;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Optional;
import org.kvartal.discussions.DiscussionsPages;
import org.kvartal.discussions.Threads;
import org.kvartal.discussions.Threads.ThreadRow;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Reader;
import org.kvartal.kernel.Wording;
import org.kvartal.membership.MemberCard;
import org.kvartal.shell.Card;
import org.kvartal.shell.HomeCard;
import org.kvartal.shell.RowList;
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
        return Optional.of(new Card(messages.text(reader.language(), "discussions.app.home.title"))
                .more(
                        ShellPages.path(DiscussionsPages.THREADS),
                        messages.text(reader.language(), "discussions.app.home.all"))
                .hold(new RowList(unread.stream().map(row -> row(row, reader)).toList())));
    }

    private String author(ThreadRow row, Reader reader) {
        String name = row.lastAuthor().name();
        MemberCard onBehalfOf = row.lastOnBehalfOf();
        return onBehalfOf == null
                ? name
                : messages.text(
                        reader.language(),
                        "discussions.author-for",
                        name,
                        onBehalfOf.name().in(reader.language()));
    }

    private RowList.Row row(ThreadRow row, Reader reader) {
        return new RowList.Row(
                DiscussionsPages.inWorkspace(row.number()),
                row.title(),
                row.language().code(),
                true,
                List.of(
                        messages.text(reader.language(), "discussions.app.home.unread", row.unread()),
                        author(row, reader)),
                RowList.Moment.of(row.lastPostAt(), wording, reader));
    }
}
