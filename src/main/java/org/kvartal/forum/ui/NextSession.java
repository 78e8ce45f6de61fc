package org.kvartal.forum.ui;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Map;
import org.kvartal.forum.ForumPages;
import org.kvartal.forum.SessionState;
import org.kvartal.forum.Sessions.SessionCard;
import org.kvartal.membership.Places.Place;

/** The next session, large, with the one thing that it wants. */
@Tag("section")
class NextSession extends HtmlContainer {

    NextSession(SessionCard session, Map<String, Place> cities, SessionFacts facts, Words words) {
        addClassName("next-session");
        Paragraph kicker = new Paragraph(words.text("forum.app.next", session.code()));
        kicker.addClassName("next-kicker");
        Anchor link = new Anchor(ForumPages.session(session.code()));
        link.add(words.shown(session.title()));
        H2 title = new H2(link);
        Paragraph when = new Paragraph(new SessionTime(session, words));
        when.addClassName("next-when");
        Div meta = new Div();
        meta.addClassName("meta");
        String where = SessionFacts.where(session, cities, words);
        if (!where.isEmpty()) {
            meta.add(new Span(where));
        }
        if (session.remote()) {
            meta.add(new Span(words.text("forum.remote")));
        }
        meta.add(new Span(words.text("forum.items", session.items())));
        SessionBadges.state(session, facts.clock().instant(), words).ifPresent(meta::add);
        SessionBadges.mine(session, facts.clock().instant(), words).ifPresent(meta::add);
        Anchor open = new Anchor(
                ForumPages.session(session.code()),
                words.text(
                        session.mine() == null && session.state() == SessionState.OPEN
                                ? "forum.app.next.answer"
                                : "forum.app.next.open"));
        open.addClassName("button");
        add(kicker, title, when, meta, open);
    }
}
