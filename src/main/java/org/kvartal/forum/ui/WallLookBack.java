package org.kvartal.forum.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.kvartal.forum.MinutesDesk.LookBack;
import org.kvartal.forum.MinutesDesk.Looked;
import org.kvartal.shell.Icon;
import org.kvartal.shell.StatusBadge;
import org.kvartal.shell.StatusBadge.Status;

/** What came out of the last session, large enough to be read from the last row; nobody presses anything on a wall. */
class WallLookBack extends Div {

    /** As many outcomes have room on a wall in letters of that size. */
    private static final int ROOM = 6;

    WallLookBack(LookBack seen, Words words) {
        addClassName("wall-back");
        add(new Paragraph(words.text("forum.minutes.of", seen.code())));
        List<Looked> outcomes = seen.outcomes();
        if (outcomes.isEmpty()) {
            add(new Paragraph(words.text("forum.room.no-outcomes")));
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("outcomes");
        outcomes.stream().limit(ROOM).forEach(one -> list.add(row(one, words)));
        add(list);
        if (outcomes.size() > ROOM) {
            add(new Paragraph(words.text("forum.room.looked-more", outcomes.size() - ROOM)));
        }
    }

    private static ListItem row(Looked one, Words words) {
        ListItem row = new ListItem(LastOutcomes.kind(one.outcome(), words), LastOutcomes.text(one.outcome(), words));
        row.addClassName("outcome");
        var progress = one.progress();
        if (progress != null) {
            row.add(new StatusBadge(
                    progress.settled() ? Status.DONE : Status.WAITING,
                    progress.settled() ? Icon.CHECK : Icon.CLOCK,
                    progress.words()));
        }
        return row;
    }
}
