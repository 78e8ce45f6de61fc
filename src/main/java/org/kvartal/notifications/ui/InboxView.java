package org.kvartal.notifications.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Reader;
import org.kvartal.kernel.Wording;
import org.kvartal.live.Rereading;
import org.kvartal.notifications.Inbox;
import org.kvartal.notifications.Inbox.ListKey;
import org.kvartal.notifications.Inbox.NoticeLine;
import org.kvartal.notifications.Inbox.NoticeList;
import org.kvartal.notifications.NotificationsPages;
import org.kvartal.shell.EmptyState;
import org.kvartal.shell.Icon;
import org.kvartal.shell.Notices;
import org.kvartal.shell.PageHeading;
import org.kvartal.shell.ShellPages;

/** What the reader was told, newest first; what comes while it is open appears by itself. */
@Route(NotificationsPages.INBOX)
@PermitAll
class InboxView extends Div implements HasDynamicTitle {

    private static final int PAGE = 30;

    private final Inbox inbox;
    private final Reader reader;
    private final NoticeRows rows;
    private final Button readAll = new Button();
    private final Button more = new Button();
    private final Div older = new Div(more);
    private final EmptyState empty;
    private final Rereading.Watch watch;
    private volatile List<NoticeLine> lines = List.of();
    private @Nullable ListKey next;

    InboxView(Inbox inbox, Rereading rereading, Messages messages, Wording wording, CurrentReader currentReader) {
        this.inbox = inbox;
        this.reader = currentReader.get();
        this.watch = rereading.watch(this);
        this.rows = new NoticeRows(messages, wording, reader, this::read);
        addClassName("view");
        readAll.setText(getTranslation("notifications.inbox.read-all"));
        readAll.setIcon(Icon.CHECK.create());
        readAll.addClickListener(_ -> readAll());
        more.setText(getTranslation("notifications.inbox.older"));
        more.addClickListener(_ -> showOlder());
        older.addClassName("older");
        Anchor firstStep = new Anchor(ShellPages.HOME, getTranslation("notifications.inbox.empty-act"));
        firstStep.addClassName("button");
        empty = new EmptyState(
                        getTranslation("notifications.inbox.empty"), getTranslation("notifications.inbox.empty-text"))
                .offer(firstStep);
        add(
                new PageHeading(getPageTitle())
                        .lead(getTranslation("notifications.inbox.lead"))
                        .acts(readAll),
                rows,
                older,
                empty);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("notifications.inbox.title");
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        watch.on(inbox.topics(reader.asker()), this::newest, this::show);
        show(newest());
    }

    /** As many as the page shows, so that what was read on stays there. */
    private NoticeList newest() {
        return inbox.newest(reader.asker(), reader.language(), null, Math.max(PAGE, lines.size()));
    }

    private void show(NoticeList list) {
        watch.shown();
        lines = list.lines();
        next = list.next();
        rows.show(lines);
        rows.setVisible(!lines.isEmpty());
        older.setVisible(next != null);
        empty.setVisible(lines.isEmpty() && next == null);
        readAll.setVisible(lines.stream().anyMatch(NoticeLine::unread));
    }

    private void showOlder() {
        NoticeList list = inbox.newest(reader.asker(), reader.language(), next, PAGE);
        List<NoticeLine> all = new ArrayList<>(lines);
        all.addAll(list.lines());
        show(new NoticeList(all, list.next()));
        say("notifications.inbox.came", list.lines().size());
    }

    private void read(UUID notice) {
        try {
            inbox.read(reader.asker(), notice);
        } catch (NotFound forgottenMeanwhile) {
            // What was wanted has happened.
        }
        show(newest());
    }

    private void readAll() {
        if (!lines.isEmpty()) {
            inbox.readAll(reader.asker(), lines.getFirst().toldAt());
        }
        show(newest());
        say("notifications.inbox.all-read");
    }

    private void say(String key, Object... arguments) {
        getUI().ifPresent(ui -> Notices.whisper(ui, getTranslation(key, arguments)));
    }
}
