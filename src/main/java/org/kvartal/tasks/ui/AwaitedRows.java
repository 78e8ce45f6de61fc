package org.kvartal.tasks.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Reader;
import org.kvartal.kernel.Wording;
import org.kvartal.shell.RelativeTime;
import org.kvartal.tasks.AwaitedLine;
import org.kvartal.tasks.Tasks;

/** What others owe, the oldest first, with who and since when; each a link to where it is seen. */
@StyleSheet("context://tasks/tasks.css")
class AwaitedRows extends Div {

    /** How many are shown at first, and added at a time. */
    static final int STEP = 6;

    private final Messages messages;
    private final Wording wording;
    private final Reader reader;
    private final UnorderedList rows = new UnorderedList();
    private final NativeButton more = new NativeButton();
    private int shown = STEP;

    /** @param oldest one more than are shown at first, if there are so many */
    AwaitedRows(Tasks tasks, Messages messages, Wording wording, Reader reader, List<AwaitedLine> oldest) {
        this.messages = messages;
        this.wording = wording;
        this.reader = reader;
        addClassName("owed");
        rows.addClassName("rows");
        more.addClassNames("button", "owed-more");
        more.setText(text("tasks.awaited.more"));
        more.addClickListener(_ -> {
            shown += STEP;
            show(tasks.awaited(reader, shown + 1));
        });
        add(rows, more);
        show(oldest);
    }

    private void show(List<AwaitedLine> lines) {
        rows.removeAll();
        lines.stream().limit(shown).map(this::row).forEach(rows::add);
        more.setVisible(lines.size() > shown);
    }

    private ListItem row(AwaitedLine line) {
        H3 title = new H3(
                new Anchor(line.path(), text(line.messageKey(), line.arguments().toArray())));
        title.addClassName("row-title");
        Div meta = new Div(new Span(line.who()), new RelativeTime(line.since(), wording, reader));
        meta.addClassNames("row-meta", "meta");
        ListItem row = new ListItem(title, meta);
        row.addClassName("row");
        return row;
    }

    private String text(String key, Object... arguments) {
        return messages.text(reader.language(), key, arguments);
    }
}
