package org.kvartal.forum.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Optional;
import org.kvartal.forum.ForumPages;
import org.kvartal.forum.SessionState;
import org.kvartal.forum.Sessions;
import org.kvartal.forum.Sessions.SessionCard;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Reader;
import org.kvartal.kernel.Wording;
import org.kvartal.shell.Card;
import org.kvartal.shell.HomeCard;
import org.kvartal.shell.ShellPages;

/** The next session, on Today. */
@org.springframework.stereotype.Component
class NextSessionCard implements HomeCard {

    private final Sessions sessions;
    private final SessionFacts facts;
    private final Messages messages;
    private final Wording wording;

    NextSessionCard(Sessions sessions, SessionFacts facts, Messages messages, Wording wording) {
        this.sessions = sessions;
        this.facts = facts;
        this.messages = messages;
        this.wording = wording;
    }

    @Override
    public Column column() {
        return Column.NEXT;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Optional<Component> card(Reader reader) {
        return sessions.coming(reader.asker()).stream()
                .filter(session -> session.state() == SessionState.OPEN || session.heldNow())
                .findFirst()
                .map(session -> card(session, new Words(messages, wording, reader)));
    }

    private Component card(SessionCard session, Words words) {
        Anchor link = new Anchor(ForumPages.session(session.code()));
        link.add(words.shown(session.title()));
        Paragraph title = new Paragraph(link);
        title.addClassName("row-title");
        Div meta = new Div(new SessionTime(session, words));
        meta.addClassName("meta");
        String where = SessionFacts.where(session, facts.cities(List.of(session)), words);
        if (!where.isEmpty()) {
            meta.add(new Span(where));
        }
        SessionBadges.state(session, facts.clock().instant(), words).ifPresent(meta::add);
        SessionBadges.mine(session, facts.clock().instant(), words).ifPresent(meta::add);
        Card card = new Card(words.text("forum.home.title"))
                .more(ShellPages.path(ForumPages.SESSIONS), words.text("forum.home.all"))
                .hold(title, meta);
        if (session.heldNow()) {
            Anchor open = new Anchor(ForumPages.session(session.code()), words.text("forum.app.next.open"));
            open.addClassName("button");
            card.acts(open);
        } else if (session.mine() == null) {
            Anchor answer = new Anchor(ForumPages.session(session.code()), words.text("forum.app.next.answer"));
            answer.addClassName("button");
            card.acts(answer);
        }
        return card;
    }
}
