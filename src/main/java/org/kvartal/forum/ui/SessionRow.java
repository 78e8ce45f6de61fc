package org.kvartal.forum.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Collection;
import java.util.Map;
import org.kvartal.forum.ForumPages;
import org.kvartal.forum.Sessions.SessionCard;
import org.kvartal.membership.Places.Place;

/** A session in a list. */
class SessionRow extends ListItem {

    SessionRow(SessionCard session, Map<String, Place> cities, SessionFacts facts, Words words) {
        addClassName("row");
        Anchor link = new Anchor(ForumPages.session(session.code()));
        link.add(words.shown(session.title()));
        H3 title = new H3(link);
        title.addClassName("row-title");
        Div meta = new Div();
        meta.addClassNames("row-meta", "meta");
        meta.add(facts.of(session, cities, words));
        Span code = new Span(session.code());
        code.addClassNames("row-end", "number", "session-code");
        add(title, meta, code);
        SessionBadges.mine(session, facts.clock().instant(), words).ifPresent(meta::add);
    }

    static UnorderedList list(
            Collection<SessionCard> sessions, Map<String, Place> cities, SessionFacts facts, Words words) {
        UnorderedList list = new UnorderedList();
        list.addClassName("rows");
        sessions.forEach(session -> list.add(new SessionRow(session, cities, facts, words)));
        return list;
    }
}
