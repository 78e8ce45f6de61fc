package org.kvartal.forum.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.Map;
import org.kvartal.forum.OutcomeId;
import org.kvartal.forum.OutcomeKind;
import org.kvartal.forum.OutcomeProgress.Progress;
import org.kvartal.forum.OutcomeState;
import org.kvartal.forum.Outcomes.OutcomeLine;
import org.kvartal.shell.Icon;

/** What became of the outcomes of a session; whoever has a task says here that it is done. */
class TasksPart extends Section {

    private final RoomTools tools;
    private final Words words;

    TasksPart(RoomTools tools, String code, boolean facilitates, RoomActs acts, Words words) {
        this.tools = tools;
        this.words = words;
        addClassName("part");
        List<OutcomeLine> lines = tools.outcomes().of(words.asker(), code).stream()
                .filter(line -> line.state() == OutcomeState.CONFIRMED)
                .toList();
        setVisible(!lines.isEmpty());
        Map<OutcomeId, Progress> progress = tools.outcomes().progress(words.asker(), lines, words.language());
        UnorderedList list = new UnorderedList();
        list.addClassName("outcomes");
        for (OutcomeLine line : lines) {
            ListItem row = LastOutcomes.row(line, progress.get(line.id()), words);
            boolean own = line.person() != null && words.isMe(line.person().id());
            if (line.kind() == OutcomeKind.TASK && line.done() == null && (own || facilitates)) {
                row.add(new Button(
                        words.text("forum.room.task-done"),
                        Icon.CHECK.create(),
                        _ -> acts.open(new DoneForm(line), "forum.room.task-reported")));
            }
            list.add(row);
        }
        add(new H2(words.text("forum.room.what-became")), list);
    }

    /** Says what came of a task. */
    private final class DoneForm extends WordedSheet {

        private final OutcomeLine line;
        private final TextArea report;

        DoneForm(OutcomeLine line) {
            super(TasksPart.this.words, "done " + line.id(), TasksPart.this.words.text("forum.room.task-done"));
            this.line = line;
            report = field("report", new TextArea(words.text("forum.room.report")));
            fill(report);
        }

        @Override
        protected void send() {
            tools.outcomes().carriedOut(words.asker(), line.id(), report.getValue());
        }
    }
}
