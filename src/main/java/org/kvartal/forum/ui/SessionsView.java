package org.kvartal.forum.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.forum.Agenda;
import org.kvartal.forum.Agenda.OwnItem;
import org.kvartal.forum.ForumPages;
import org.kvartal.forum.ForumRights;
import org.kvartal.forum.ForumTopics;
import org.kvartal.forum.SeriesBook;
import org.kvartal.forum.SeriesBook.SeriesCard;
import org.kvartal.forum.SessionState;
import org.kvartal.forum.Sessions;
import org.kvartal.forum.Sessions.SessionCard;
import org.kvartal.forum.Sessions.SessionList;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Wording;
import org.kvartal.live.Rereading;
import org.kvartal.membership.Places.Place;
import org.kvartal.shell.EmptyState;
import org.kvartal.shell.GoTo;
import org.kvartal.shell.Icon;
import org.kvartal.shell.PageHeading;
import org.kvartal.shell.ShellPages;

/** The sessions: the next one, those to come, what one has proposed, the series, and those that are over. */
@Route(ForumPages.SESSIONS)
@Menu(title = "forum.menu", order = 20, icon = "sessions")
@GoTo("s")
@PermitAll
@StyleSheet("context://forum/forum.css")
class SessionsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int PAST = 20;

    private final Sessions sessions;
    private final Agenda agenda;
    private final SeriesBook series;
    private final Permissions permissions;
    private final SessionFacts facts;
    private final Words words;
    private final Rereading.Watch watch;
    private final Div body = new Div();

    SessionsView(
            Sessions sessions,
            Agenda agenda,
            SeriesBook series,
            Permissions permissions,
            SessionFacts facts,
            Rereading rereading,
            Messages messages,
            Wording wording,
            CurrentReader currentReader) {
        this.sessions = sessions;
        this.agenda = agenda;
        this.series = series;
        this.permissions = permissions;
        this.facts = facts;
        this.words = new Words(messages, wording, currentReader.get());
        this.watch = rereading.watch(this);
        addClassName("view");
        body.addClassName("sessions");
    }

    private record Read(List<SessionCard> coming, SessionList past, List<SeriesCard> series, List<OwnItem> own) {}

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        add(heading(), body);
        watch.on(ForumTopics.SESSIONS, this::read, this::show);
        show(read());
    }

    @Override
    public String getPageTitle() {
        return words.text("forum.sessions");
    }

    private Read read() {
        return new Read(
                sessions.coming(words.asker()),
                sessions.past(words.asker(), null, PAST),
                series.all(words.asker()),
                agenda.mine(words.asker()));
    }

    private PageHeading heading() {
        PageHeading heading = new PageHeading(getPageTitle()).lead(words.text("forum.sessions.lead"));
        List<Component> acts = new ArrayList<>();
        if (permissions.has(words.asker(), ForumRights.FACILITATE, Scope.PLATFORM)) {
            acts.add(button(ShellPages.path(ForumPages.FROM_PAPER), words.text("forum.room.enter-from-paper")));
            acts.add(button(ShellPages.path(ForumPages.NEW_SESSION), words.text("forum.app.session.new")));
        }
        if (permissions.has(words.asker(), ForumRights.PROPOSE, Scope.PLATFORM)) {
            Anchor propose = button(ForumPages.propose(null), words.text("forum.app.propose"));
            propose.addClassName("main");
            acts.add(propose);
        }
        return acts.isEmpty() ? heading : heading.acts(acts.toArray(Component[]::new));
    }

    private void show(Read read) {
        body.removeAll();
        List<SessionCard> all = new ArrayList<>(read.coming());
        all.addAll(read.past().sessions());
        Map<String, Place> cities = facts.cities(all);
        SessionCard next = read.coming().stream()
                .filter(session -> session.state() == SessionState.OPEN || session.heldNow())
                .findFirst()
                .orElse(null);
        if (next != null) {
            body.add(new NextSession(next, cities, facts, words));
        }
        List<SessionCard> further =
                read.coming().stream().filter(session -> !session.equals(next)).toList();
        if (!further.isEmpty()) {
            body.add(part("forum.app.coming", SessionRow.list(further, cities, facts, words)));
        }
        if (read.coming().isEmpty()) {
            body.add(new EmptyState(words.text("forum.app.none"), words.text("forum.app.none-text")));
        }
        if (!read.own().isEmpty()) {
            body.add(part("forum.app.own", new OwnItems(read.own(), words)));
        }
        series(read.series());
        if (!read.past().sessions().isEmpty()) {
            past(read.past(), cities);
        }
    }

    private void series(List<SeriesCard> all) {
        boolean may = permissions.has(words.asker(), ForumRights.MANAGE_SERIES, Scope.PLATFORM);
        if (all.isEmpty() && !may) {
            return;
        }
        Section part = part("forum.app.series", new SeriesRows(all, words));
        if (may) {
            Anchor make = button(ShellPages.path(ForumPages.NEW_SERIES), words.text("forum.app.series.new"));
            make.addComponentAsFirst(Icon.PLUS.create());
            part.add(make);
        }
        body.add(part);
    }

    private void past(SessionList first, Map<String, Place> cities) {
        UnorderedList list = SessionRow.list(first.sessions(), cities, facts, words);
        Section part = part("forum.app.past", list);
        if (first.next() != null) {
            Div older = new Div();
            older.addClassName("older");
            older.add(more(first.next(), list, older));
            part.add(older);
        }
        body.add(part);
    }

    private Button more(Sessions.ListKey key, UnorderedList list, Div older) {
        return new Button(words.text("forum.app.older"), _ -> {
            SessionList next = sessions.past(words.asker(), key, PAST);
            Map<String, Place> cities = facts.cities(next.sessions());
            next.sessions().forEach(session -> list.add(new SessionRow(session, cities, facts, words)));
            older.removeAll();
            if (next.next() != null) {
                older.add(more(next.next(), list, older));
            }
        });
    }

    private Section part(String title, Component content) {
        Section part = new Section(new H2(words.text(title)), content);
        part.addClassName("part");
        return part;
    }

    private static Anchor button(String path, String words) {
        Anchor link = new Anchor(path, words);
        link.addClassName("button");
        return link;
    }
}
