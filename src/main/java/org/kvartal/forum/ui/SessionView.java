package org.kvartal.forum.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.forum.Agenda.ItemLine;
import org.kvartal.forum.ForumPages;
import org.kvartal.forum.ForumTopics;
import org.kvartal.forum.Invitations;
import org.kvartal.forum.Invitations.AnswerList;
import org.kvartal.forum.ItemId;
import org.kvartal.forum.MinutesDesk;
import org.kvartal.forum.MinutesDesk.LookBack;
import org.kvartal.forum.SessionState;
import org.kvartal.forum.Sessions;
import org.kvartal.forum.Sessions.SessionCard;
import org.kvartal.forum.Sessions.SessionPage;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Wording;
import org.kvartal.live.Rereading;
import org.kvartal.membership.Mandates;
import org.kvartal.membership.MemberCard;
import org.kvartal.shell.EmptyState;
import org.kvartal.shell.Notices;
import org.kvartal.shell.PageHeading;
import org.kvartal.shell.ShellPages;

/** A session as everybody sees it who may know of it: when, where, its agenda, and whether one comes. */
@Route(ForumPages.SESSIONS + "/:code(" + ForumPages.CODE + ")")
@PermitAll
@StyleSheet("context://forum/forum.css")
@StyleSheet("context://forum/room.css")
class SessionView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Sessions sessions;
    private final Invitations invitations;
    private final MinutesDesk minutes;
    private final Mandates mandates;
    private final SessionFacts facts;
    private final RoomTools tools;
    private final RoomActs acts;
    private final Div place = new Div();
    private final Words words;
    private final Rereading.Watch watch;
    private String code = "";
    private String title = "";
    private @Nullable Read shown;

    SessionView(
            Sessions sessions,
            Invitations invitations,
            MinutesDesk minutes,
            Mandates mandates,
            SessionFacts facts,
            RoomTools tools,
            Rereading rereading,
            Messages messages,
            Wording wording,
            CurrentReader currentReader) {
        this.sessions = sessions;
        this.invitations = invitations;
        this.minutes = minutes;
        this.mandates = mandates;
        this.facts = facts;
        this.tools = tools;
        this.acts = new RoomActs(this::act, () -> show(read()), place);
        this.words = new Words(messages, wording, currentReader.get());
        this.watch = rereading.watch(this);
        place.addClassName("room-place");
        addClassNames("view", "session");
    }

    /**
     * @param answers null for who does not facilitate it
     * @param seen what the session looks back at, null for nothing
     * @param became null before it is held
     */
    private record Read(
            SessionPage page,
            @Nullable AnswerList answers,
            @Nullable LookBack seen,
            @Nullable Became became) {}

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        code = event.getRouteParameters().get("code").orElseThrow(NotFound::new);
        place.removeAll();
        Read read = read();
        watch.on(
                List.of(
                        ForumTopics.of(read.page().card().id()),
                        ForumTopics.answers(read.page().card().id()),
                        ForumTopics.minutes(read.page().card().id())),
                this::read,
                this::news);
        show(read());
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private Read read() {
        SessionPage page = sessions.find(words.asker(), code).orElseThrow(NotFound::new);
        SessionState state = page.card().state();
        boolean held = state == SessionState.CLOSED || state == SessionState.IN_PROGRESS;
        return new Read(
                page,
                page.mayFacilitate() && state != SessionState.CLOSED
                        ? invitations.answers(words.asker(), page.card().id())
                        : null,
                lookBack(page),
                held ? Became.read(tools, code, items(page), words) : null);
    }

    private static List<ItemId> items(SessionPage page) {
        return page.agenda().stream()
                .flatMap(part -> part.items().stream())
                .map(ItemLine::id)
                .toList();
    }

    private @Nullable LookBack lookBack(SessionPage page) {
        return page.agenda().stream()
                .flatMap(part -> part.items().stream())
                .map(ItemLine::about)
                .filter(Objects::nonNull)
                .findFirst()
                .flatMap(last -> minutes.lookBack(words.asker(), last, words.language()))
                .orElse(null);
    }

    private void act(Runnable act) {
        try {
            act.run();
        } catch (Refused refused) {
            Notices.problem(words.refusal(refused));
        }
        show(read());
    }

    /** What one has done oneself is shown already. */
    private void news(Read read) {
        if (!read.equals(shown)) {
            show(read);
        }
    }

    private void show(Read read) {
        shown = read;
        SessionPage page = read.page();
        title = words.name(page.card().title());
        removeAll();
        add(heading(page));
        SessionLines.of(page, words).forEach(this::add);
        add(place);
        if (page.mayAnswer()) {
            add(new AnswerPart(invitations, page, speaksFor(), words, () -> show(read())));
        }
        if (read.became() != null) {
            add(new TasksPart(tools, read.became(), page.mayFacilitate(), acts, words));
        }
        add(agenda(read));
        if (read.answers() != null) {
            add(new AnswersPart(read.answers(), words));
        }
        watch.shown();
    }

    private List<MemberCard> speaksFor() {
        Optional<PersonId> person = words.asker().person();
        return person.isPresent() ? mandates.of(person.get()) : List.of();
    }

    private PageHeading heading(SessionPage page) {
        SessionCard card = page.card();
        List<Component> shown = new ArrayList<>(facts.of(card, facts.cities(List.of(card)), words));
        if (page.mayPropose()) {
            shown.add(new Span(words.text("forum.items-until", words.day(card.itemsUntil()))));
        }
        List<Component> acts = new ArrayList<>();
        if (page.mayPropose()) {
            Anchor propose = new Anchor(ForumPages.propose(code), words.text("forum.app.propose"));
            propose.addClassName("button");
            acts.add(propose);
        }
        acts.addAll(RoomLinks.of(page, words));
        if (page.mayFacilitate() && card.state().next().contains(SessionState.CANCELLED)) {
            Anchor arrange = new Anchor(ForumPages.agenda(code), words.text("forum.app.arrange"));
            arrange.addClassNames("button", "main");
            acts.add(arrange);
        }
        PageHeading heading = new PageHeading(title)
                .in(card.title().shownIn(words.language()))
                .kicker(new Anchor(ShellPages.path(ForumPages.SESSIONS), words.text("forum.sessions")), new Span(code))
                .facts(shown.toArray(Component[]::new));
        return acts.isEmpty() ? heading : heading.acts(acts.toArray(Component[]::new));
    }

    private Section agenda(Read read) {
        SessionPage page = read.page();
        Section part = new Section(new H2(words.text("forum.agenda")));
        part.addClassName("part");
        boolean any = page.agenda().stream().anyMatch(one -> !one.items().isEmpty());
        if (any) {
            part.add(new AgendaList(page.agenda(), read.seen(), read.became(), words));
        } else {
            part.add(new EmptyState(words.text("forum.agenda.empty"), words.text("forum.agenda.empty-text")));
        }
        return part;
    }
}
