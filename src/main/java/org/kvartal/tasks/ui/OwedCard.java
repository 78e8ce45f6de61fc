package org.kvartal.tasks.ui;

import com.vaadin.flow.component.Component;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Reader;
import org.kvartal.kernel.Wording;
import org.kvartal.shell.Card;
import org.kvartal.shell.HomeCard;
import org.kvartal.tasks.TaskLine;
import org.kvartal.tasks.Tasks;

/** What the reader owes, on Today. */
@org.springframework.stereotype.Component
class OwedCard implements HomeCard {

    private final Tasks tasks;
    private final Messages messages;
    private final Wording wording;
    private final Clock clock;

    OwedCard(Tasks tasks, Messages messages, Wording wording, Clock clock) {
        this.tasks = tasks;
        this.messages = messages;
        this.wording = wording;
        this.clock = clock;
    }

    @Override
    public Column column() {
        return Column.MINE;
    }

    @Override
    public int order() {
        return 0;
    }

    @Override
    public Optional<Component> card(Reader reader) {
        List<TaskLine> oldest = tasks.owed(reader.asker(), OwedRows.STEP + 1);
        if (oldest.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Card(messages.text(reader.language(), "tasks.card.title"))
                .hold(new OwedRows(tasks, messages, wording, clock, reader, oldest)));
    }
}
