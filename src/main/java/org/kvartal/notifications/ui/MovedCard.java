package org.kvartal.notifications.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Reader;
import org.kvartal.kernel.Wording;
import org.kvartal.notifications.Inbox;
import org.kvartal.notifications.Inbox.NoticeLine;
import org.kvartal.notifications.NotificationsPages;
import org.kvartal.shell.Card;
import org.kvartal.shell.HomeCard;
import org.kvartal.shell.ShellPages;

/** The newest notices, on Today. */
@org.springframework.stereotype.Component
class MovedCard implements HomeCard {

    private static final int ROWS = 5;

    /** What was read and is older than this is no news. */
    private static final Duration NEWS = Duration.ofDays(14);

    private final Inbox inbox;
    private final Messages messages;
    private final Wording wording;
    private final Clock clock;

    MovedCard(Inbox inbox, Messages messages, Wording wording, Clock clock) {
        this.inbox = inbox;
        this.messages = messages;
        this.wording = wording;
        this.clock = clock;
    }

    @Override
    public Column column() {
        return Column.MOVED;
    }

    @Override
    public int order() {
        return 0;
    }

    @Override
    public Optional<Component> card(Reader reader) {
        if (reader.asker().person().isEmpty()) {
            return Optional.empty();
        }
        Instant since = clock.instant().minus(NEWS);
        List<NoticeLine> news = inbox.newest(reader.asker(), reader.language(), null, ROWS).lines().stream()
                .filter(line -> line.unread() || line.toldAt().isAfter(since))
                .toList();
        if (news.isEmpty()) {
            return Optional.empty();
        }
        UnorderedList rows = new UnorderedList();
        rows.addClassNames("rows", "notices");
        news.forEach(line -> rows.add(new NoticeRow(line, new H3(), messages, wording, reader)));
        return Optional.of(new Card(messages.text(reader.language(), "notifications.home.title"))
                .more(
                        ShellPages.path(NotificationsPages.INBOX),
                        messages.text(reader.language(), "notifications.home.all"))
                .hold(rows));
    }
}
