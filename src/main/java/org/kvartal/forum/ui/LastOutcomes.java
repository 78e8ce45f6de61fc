package org.kvartal.forum.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.jspecify.annotations.Nullable;
import org.kvartal.forum.ForumPages;
import org.kvartal.forum.MinutesDesk.LookBack;
import org.kvartal.forum.MinutesDesk.Looked;
import org.kvartal.forum.OutcomeProgress.Progress;
import org.kvartal.forum.Outcomes.OutcomeLine;
import org.kvartal.shell.Icon;
import org.kvartal.shell.StatusBadge;
import org.kvartal.shell.StatusBadge.Status;

/** What came out of an earlier session and how each stands now; then what is still open from those before it. */
class LastOutcomes extends Div {

    LastOutcomes(LookBack seen, Words words) {
        String code = seen.code();
        addClassName("stack");
        add(new Paragraph(
                seen.readable()
                        ? new Anchor(ForumPages.minutes(code), words.text("forum.minutes.of", code))
                        : new Anchor(ForumPages.session(code), code)));
        UnorderedList last = list();
        UnorderedList before = list();
        for (Looked one : seen.outcomes()) {
            ListItem row = row(one.outcome(), one.progress(), words);
            if (one.code().equals(code)) {
                last.add(row);
            } else {
                row.addComponentAsFirst(new Anchor(ForumPages.session(one.code()), one.code()));
                before.add(row);
            }
        }
        add(last.getComponentCount() == 0 ? new Paragraph(words.text("forum.room.no-outcomes")) : last);
        if (before.getComponentCount() > 0) {
            add(new Paragraph(words.text("forum.room.still-open")), before);
        }
    }

    private static UnorderedList list() {
        UnorderedList list = new UnorderedList();
        list.addClassName("outcomes");
        return list;
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
            said.append(" · ").append(words.day(line.due()));
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
