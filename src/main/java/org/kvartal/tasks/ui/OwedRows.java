package org.kvartal.tasks.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Reader;
import org.kvartal.kernel.Wording;
import org.kvartal.shell.RelativeTime;
import org.kvartal.shell.StatusBadge;
import org.kvartal.shell.StatusBadge.Status;
import org.kvartal.tasks.Due;
import org.kvartal.tasks.TaskLine;
import org.kvartal.tasks.Tasks;

/** Tasks, oldest first, each a link to where it is done; more of them where there are more. */
@StyleSheet("context://tasks/tasks.css")
class OwedRows extends Div {

    /** How many are shown at first, and added at a time. */
    static final int STEP = 6;

    private final Tasks tasks;
    private final Messages messages;
    private final Wording wording;
    private final Clock clock;
    private final Reader reader;
    private final UnorderedList rows = new UnorderedList();
    private final NativeButton more = new NativeButton();
    private int shown = STEP;

    /** @param oldest one more than are shown at first, if there are so many */
    OwedRows(Tasks tasks, Messages messages, Wording wording, Clock clock, Reader reader, List<TaskLine> oldest) {
        this.tasks = tasks;
        this.messages = messages;
        this.wording = wording;
        this.clock = clock;
        this.reader = reader;
        addClassName("owed");
        rows.addClassName("rows");
        more.addClassNames("button", "owed-more");
        more.addClickListener(_ -> {
            shown += STEP;
            show(tasks.owed(reader.asker(), shown + 1));
        });
        add(rows, more);
        show(oldest);
    }

    private void show(List<TaskLine> lines) {
        rows.removeAll();
        lines.stream().limit(shown).map(this::row).forEach(rows::add);
        more.setVisible(lines.size() > shown);
        if (more.isVisible()) {
            long rest = tasks.count(reader.asker()) - shown;
            more.setText(text("tasks.card.more", Math.clamp(rest, 1, STEP)));
        }
    }

    private ListItem row(TaskLine task) {
        H3 title = new H3(
                new Anchor(task.path(), text(task.messageKey(), task.arguments().toArray())));
        title.addClassName("row-title");
        ListItem row = new ListItem(title);
        row.addClassName("row");
        Div meta = new Div();
        meta.addClassNames("row-meta", "meta");
        Due due = task.due();
        if (due != null && !due.over().isAfter(clock.instant())) {
            row.add(new Div(new StatusBadge(Status.LATE, text("tasks.card.late", said(due)))));
        } else if (due != null) {
            meta.add(new Span(text("tasks.card.due", said(due))));
        }
        meta.add(new RelativeTime(task.since(), wording, reader));
        row.add(meta);
        return row;
    }

    private String said(Due due) {
        return switch (due) {
            case Due.Moment(Instant over) -> wording.when(over, reader);
            case Due.Day(LocalDate day, ZoneId _) -> wording.day(day, reader.language());
        };
    }

    private String text(String key, Object... arguments) {
        return messages.text(reader.language(), key, arguments);
    }
}
