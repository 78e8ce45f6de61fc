package org.kvartal.forum.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kvartal.forum.ForumPages;
import org.kvartal.forum.OutcomeId;
import org.kvartal.forum.OutcomeProgress.Progress;
import org.kvartal.forum.OutcomeState;
import org.kvartal.forum.Outcomes.OutcomeLine;
import org.kvartal.shell.Icon;
import org.kvartal.shell.StatusBadge;
import org.kvartal.shell.StatusBadge.Status;

/** What came out of an earlier session, and how each stands now. */
class LastOutcomes extends Div {

    LastOutcomes(RoomTools tools, String code, Words words) {
        addClassName("stack");
        add(new Paragraph(new Anchor(ForumPages.minutes(code), words.text("forum.minutes.of", code))));
        List<OutcomeLine> lines = tools.outcomes().of(words.asker(), code).stream()
                .filter(line -> line.state() == OutcomeState.CONFIRMED)
                .toList();
        if (lines.isEmpty()) {
            add(new Paragraph(words.text("forum.room.no-outcomes")));
            return;
        }
        Map<OutcomeId, Progress> progress = tools.outcomes().progress(words.asker(), lines, words.language());
        UnorderedList list = new UnorderedList();
        list.addClassName("outcomes");
        lines.forEach(line -> list.add(row(line, progress.get(line.id()), words)));
        add(list);
    }

    static ListItem row(OutcomeLine line, @Nullable Progress progress, Words words) {
        ListItem row = new ListItem(kind(line, words), text(line, words));
        row.addClassName("outcome");
        if (progress != null) {
            StatusBadge badge = new StatusBadge(
                    progress.settled() ? Status.DONE : Status.WAITING,
                    progress.settled() ? Icon.CHECK : Icon.CLOCK,
                    progress.words());
            String path = progress.path();
            row.add(path == null ? badge : new Anchor(path, badge));
        }
        return row;
    }

    /** "Task · for Vera Visitor, by 3 March". */
    static Span kind(OutcomeLine line, Words words) {
        StringBuilder said = new StringBuilder(words.of("outcome-kind", line.kind()));
        if (line.person() != null) {
            said.append(" · ").append(line.person().name());
        }
        if (line.due() != null) {
            said.append(" · ").append(words.day(line.due(), words.reader().zone()));
        }
        if (line.body() != null) {
            said.append(" · ").append(words.name(line.body()));
        }
        Span kind = new Span(said.toString());
        kind.addClassName("outcome-kind");
        return kind;
    }

    static Span text(OutcomeLine line, Words words) {
        Span text = words.shown(line.text());
        text.addClassName("outcome-text");
        return text;
    }
}
