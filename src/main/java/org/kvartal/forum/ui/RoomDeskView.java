package org.kvartal.forum.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import org.kvartal.forum.ForumPages;
import org.kvartal.forum.ForumTopics;
import org.kvartal.forum.Room;
import org.kvartal.forum.Room.DeskPage;
import org.kvartal.forum.SessionState;
import org.kvartal.forum.Sessions.SessionCard;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Wording;
import org.kvartal.live.Rereading;
import org.kvartal.shell.EmptyState;
import org.kvartal.shell.Icon;
import org.kvartal.shell.Notices;
import org.kvartal.shell.PageHeading;
import org.kvartal.shell.ShellPages;

/** The desk from which a session is run: the agenda, what is spoken of, and the room. */
@Route(ForumPages.SESSIONS + "/:code(" + ForumPages.CODE + ")/desk")
@PermitAll
@StyleSheet("context://forum/forum.css")
@StyleSheet("context://forum/room.css")
class RoomDeskView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final RoomTools tools;
    private final Words words;
    private final Rereading.Watch watch;
    private final Div head = new Div();
    private final Div place = new Div();
    private final DeskAgenda agenda;
    private final DeskMiddle middle;
    private final DeskSide side;
    private final Div columns;
    private final RoomActs acts;
    private String code = "";

    RoomDeskView(
            RoomTools tools, Rereading rereading, Messages messages, Wording wording, CurrentReader currentReader) {
        this.tools = tools;
        this.words = new Words(messages, wording, currentReader.get());
        this.watch = rereading.watch(this);
        addClassNames("view", "wide", "room-desk");
        place.addClassName("room-place");
        acts = new RoomActs(this::act, this::again, place);
        agenda = new DeskAgenda(tools, acts, words);
        middle = new DeskMiddle(tools, acts, words);
        side = new DeskSide(tools, acts, words);
        columns = new Div(agenda, middle, side);
        columns.addClassName("room-columns");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        code = event.getRouteParameters().get("code").orElseThrow(NotFound::new);
        DeskPage first = read().page();
        place.removeAll();
        watch.on(
                List.of(
                        ForumTopics.room(first.session().id()),
                        ForumTopics.of(first.session().id())),
                this::read,
                this::show);
        DeskRead read = read();
        show(read);
        middle.goOn(read.page());
    }

    @Override
    public String getPageTitle() {
        return words.text("forum.room.desk-of", code);
    }

    private DeskRead read() {
        return DeskRead.of(tools, tools.room().desk(words.asker(), code).orElseThrow(NotFound::new), words);
    }

    private void again() {
        show(read());
    }

    /** What somebody else has done meanwhile is said, and shown. */
    private void act(Runnable act) {
        try {
            act.run();
        } catch (Refused refused) {
            Notices.problem(words.refusal(refused));
        }
        again();
    }

    private void show(DeskRead read) {
        DeskPage page = read.page();
        head.removeAll();
        head.add(heading(page));
        boolean running = page.session().state() == SessionState.IN_PROGRESS;
        if (running && columns.getParent().isEmpty()) {
            removeAll();
            add(head, columns);
        }
        if (running) {
            agenda.show(page);
            middle.show(read);
            side.show(page);
        } else {
            removeAll();
            add(head, place, rest(page));
        }
        watch.shown();
    }

    private PageHeading heading(DeskPage page) {
        SessionCard session = page.session();
        List<Component> facts = new ArrayList<>();
        SessionBadges.state(session, tools.clock().instant(), words).ifPresent(facts::add);
        facts.add(new Span(words.exact(session.starts(), session.zone())));
        if (page.paper() && !session.entered()) {
            facts.add(new Span(words.text("forum.room.from-paper")));
        }
        List<Component> acts = new ArrayList<>();
        if (session.state() == SessionState.OPEN && !early(session)) {
            Button start = new Button(
                    words.text(entered(session) ? "forum.room.start-entering" : "forum.room.start"),
                    Icon.RIGHT.create(),
                    _ -> act(() -> tools.room().start(words.asker(), session.id(), session.version())));
            start.addThemeVariants(ButtonVariant.PRIMARY);
            acts.add(start);
        }
        if (session.state() == SessionState.IN_PROGRESS) {
            if (!page.paper()) {
                acts.add(link(ForumPages.screen(code), "forum.room.screen"));
                acts.add(link(ForumPages.room(code), "forum.room.take-part"));
            }
            if (page.mayCallBack()) {
                acts.add(new Button(
                        words.text("forum.room.call-back"),
                        _ -> act(() -> tools.room().callBack(words.asker(), session.id()))));
            }
            Button close = new Button(
                    words.text("forum.room.close"),
                    _ -> new CloseForm(tools, page, words).openIn(place, "forum.room.closed", this::again));
            close.addThemeVariants(ButtonVariant.PRIMARY);
            acts.add(close);
        }
        if (session.state() == SessionState.CLOSED) {
            acts.add(link(ForumPages.minutes(code), "forum.minutes.title"));
        }
        PageHeading heading = new PageHeading(words.name(session.title()))
                .in(session.title().shownIn(words.language()))
                .kicker(
                        new Anchor(ShellPages.path(ForumPages.SESSIONS), words.text("forum.sessions")),
                        new Anchor(ForumPages.session(code), code))
                .facts(facts.toArray(Component[]::new));
        return acts.isEmpty() ? heading : heading.acts(acts.toArray(Component[]::new));
    }

    private Anchor link(String path, String key) {
        Anchor link = new Anchor(path, words.text(key));
        link.addClassName("button");
        return link;
    }

    private boolean early(SessionCard session) {
        return session.startsAt().minus(Room.MOST_EARLY).isAfter(tools.clock().instant());
    }

    /** Whether what was written by hand is entered, and nobody is in the room. */
    private boolean entered(SessionCard session) {
        return session.paper() || session.over(tools.clock().instant());
    }

    /** What one waits for before it begins. */
    private EmptyState waiting(SessionCard session) {
        if (entered(session)) {
            return new EmptyState(words.text("forum.room.ready-paper"), words.text("forum.room.ready-paper-text"));
        }
        return early(session)
                ? new EmptyState(
                        words.text("forum.room.early"),
                        words.text(
                                "forum.room.early-text",
                                words.exact(session.starts().minus(Room.MOST_EARLY), session.zone())))
                : new EmptyState(words.text("forum.room.ready"), words.text("forum.room.ready-text"));
    }

    /** What stands there before the session begins, and after it was closed. */
    private Component rest(DeskPage page) {
        SessionCard session = page.session();
        return switch (session.state()) {
            case DRAFT ->
                new EmptyState(words.text("forum.room.draft"), words.text("forum.room.draft-text"))
                        .offer(link(ForumPages.agenda(code), "forum.app.arrange"));
            case OPEN, IN_PROGRESS -> waiting(session).offer(link(ForumPages.agenda(code), "forum.app.arrange"));
            case CANCELLED -> new EmptyState(words.text("forum.cancelled"), "");
            case CLOSED -> new ReopeningPart(tools, acts, page, words);
        };
    }
}
