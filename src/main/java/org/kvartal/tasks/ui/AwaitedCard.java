package org.kvartal.tasks.ui;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Optional;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Reader;
import org.kvartal.kernel.Wording;
import org.kvartal.shell.Card;
import org.kvartal.shell.HomeCard;
import org.kvartal.tasks.AwaitedLine;
import org.kvartal.tasks.Tasks;

/** What others owe the reader, on Today, below what the reader owes. */
@org.springframework.stereotype.Component
class AwaitedCard implements HomeCard {

    private final Tasks tasks;
    private final Messages messages;
    private final Wording wording;

    AwaitedCard(Tasks tasks, Messages messages, Wording wording) {
        this.tasks = tasks;
        this.messages = messages;
        this.wording = wording;
    }

    @Override
    public Column column() {
        return Column.MINE;
    }

    @Override
    public int order() {
        return 1;
    }

    @Override
    public Optional<Component> card(Reader reader) {
        List<AwaitedLine> oldest = tasks.awaited(reader, AwaitedRows.STEP + 1);
        return oldest.isEmpty()
                ? Optional.empty()
                : Optional.of(new Card(messages.text(reader.language(), "tasks.awaited.title"))
                        .hold(new AwaitedRows(tasks, messages, wording, reader, oldest)));
    }
}
