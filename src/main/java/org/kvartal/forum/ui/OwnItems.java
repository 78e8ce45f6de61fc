package org.kvartal.forum.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.kvartal.forum.Agenda.OwnItem;
import org.kvartal.forum.ForumPages;
import org.kvartal.forum.ItemState;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.shell.Icon;
import org.kvartal.shell.StatusBadge;
import org.kvartal.shell.StatusBadge.Status;

/** What the reader has proposed, and what became of it. */
class OwnItems extends UnorderedList {

    OwnItems(List<OwnItem> items, Words words) {
        addClassName("rows");
        items.forEach(item -> add(row(item, words)));
    }

    private static ListItem row(OwnItem item, Words words) {
        Anchor link = new Anchor(ForumPages.own(item.id()));
        link.add(words.shown(item.title()));
        H3 title = new H3(link);
        title.addClassName("row-title");
        Div meta = new Div(badge(item, words));
        meta.addClassNames("row-meta", "meta");
        if (item.session() != null) {
            meta.add(new Anchor(ForumPages.session(item.session()), item.session()));
        }
        LocalizedText into = item.into();
        if (into != null) {
            Span other = new Span(words.text("forum.app.own.into") + " ");
            other.add(words.shown(into));
            meta.add(other);
        }
        ListItem row = new ListItem(title, meta);
        row.addClassName("row");
        if (!item.reason().isEmpty()) {
            Paragraph reason = new Paragraph(item.reason());
            reason.addClassName("row-text");
            row.add(reason);
        }
        return row;
    }

    static StatusBadge badge(OwnItem item, Words words) {
        // What stands on the agenda of a draft has been taken, as far as its proposer may know.
        ItemState state =
                item.state() == ItemState.SCHEDULED && item.session() == null ? ItemState.BACKLOG : item.state();
        String word = words.of("item-state", state);
        return switch (state) {
            case PROPOSED -> new StatusBadge(Status.WAITING, word);
            case BACKLOG -> new StatusBadge(Status.PLAIN, word);
            case CURRENT -> new StatusBadge(Status.WAITING, Icon.THREADS, word);
            case SCHEDULED, DONE -> new StatusBadge(Status.DONE, word);
            case DECLINED -> new StatusBadge(Status.LATE, Icon.CLOSE, word);
            case DEFERRED, REFERRED -> new StatusBadge(Status.PLAIN, Icon.RIGHT, word);
            case DROPPED -> new StatusBadge(Status.PLAIN, Icon.CLOSE, word);
            case MERGED -> new StatusBadge(Status.PLAIN, Icon.LINK, word);
        };
    }
}
