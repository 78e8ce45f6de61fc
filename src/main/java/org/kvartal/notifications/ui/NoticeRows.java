package org.kvartal.notifications.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Reader;
import org.kvartal.kernel.Wording;
import org.kvartal.notifications.Inbox.NoticeLine;
import org.kvartal.shell.Icon;

/** The notices of the inbox. Shown anew they keep the rows that are there, so that nobody loses their place. */
class NoticeRows extends UnorderedList {

    private final Messages messages;
    private final Wording wording;
    private final Reader reader;
    private final Consumer<UUID> read;
    private final Map<UUID, Shown> shown = new HashMap<>();

    private record Shown(NoticeRow row, Button act) {}

    /** @param read what happens where one notice is marked as read */
    NoticeRows(Messages messages, Wording wording, Reader reader, Consumer<UUID> read) {
        this.messages = messages;
        this.wording = wording;
        this.reader = reader;
        this.read = read;
        addClassNames("rows", "notices");
    }

    /** Shows these, newest first, and no others. */
    void show(List<NoticeLine> lines) {
        Set<UUID> wanted = lines.stream().map(NoticeLine::id).collect(Collectors.toSet());
        shown.entrySet().removeIf(entry -> {
            boolean gone = !wanted.contains(entry.getKey());
            if (gone) {
                remove(entry.getValue().row());
            }
            return gone;
        });
        for (int place = 0; place < lines.size(); place++) {
            NoticeLine line = lines.get(place);
            Shown known = shown.get(line.id());
            if (known == null) {
                known = make(line);
                shown.put(line.id(), known);
                addComponentAtIndex(place, known.row());
            }
            known.row().mark(line.unread());
            known.act().setVisible(line.unread());
        }
    }

    private Shown make(NoticeLine line) {
        Button act = new Button(Icon.CHECK.create(), _ -> read.accept(line.id()));
        act.addThemeVariants(ButtonVariant.TERTIARY);
        act.setAriaLabel(messages.text(
                reader.language(), "notifications.inbox.read-which", line.text().title()));
        act.setTooltipText(messages.text(reader.language(), "notifications.inbox.read"));
        return new Shown(new NoticeRow(line, new H2(), messages, wording, reader).end(act), act);
    }
}
