package org.kvartal.forum.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.forum.ForumPages;
import org.kvartal.forum.ForumTopics;
import org.kvartal.forum.Invitations;
import org.kvartal.forum.Invitations.AnswerList;
import org.kvartal.forum.SessionState;
import org.kvartal.forum.Sessions;
import org.kvartal.forum.Sessions.SessionCard;
import org.kvartal.forum.Sessions.SessionPage;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Wording;
import org.kvartal.live.Rereading;
import org.kvartal.membership.Mandates;
import org.kvartal.membership.MemberCard;
import org.kvartal.shell.EmptyState;
import org.kvartal.shell.Icon;
import org.kvartal.shell.PageHeading;
import org.kvartal.shell.ShellPages;

/** A session as everybody sees it who may know of it: when, where, its agenda, and whether one comes. */
@Route(ForumPages.SESSIONS + "/:code(" + ForumPages.CODE + ")")
@PermitAll
@StyleSheet("context://forum/forum.css")
class SessionView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Sessions sessions;
    private final Invitations invitations;
    private final Mandates mandates;
    private final SessionFacts facts;
    private final Words words;
    private final Rereading.Watch watch;
    private String code = "";
    private String title = "";
    private @Nullable Read shown;

    SessionView(
            Sessions sessions,
            Invitations invitations,
            Mandates mandates,
            SessionFacts facts,
            Rereading rereading,
            Messages messages,
            Wording wording,
            CurrentReader currentReader) {
        this.sessions = sessions;
        this.invitations = invitations;
        this.mandates = mandates;
        this.facts = facts;
        this.words = new Words(messages, wording, currentReader.get());
        this.watch = rereading.watch(this);
        addClassNames("view", "session");
    }

    /** @param answers null for who does not facilitate it */
    private record Read(SessionPage page, @Nullable AnswerList answers) {}

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        code = event.getRouteParameters().get("code").orElseThrow(NotFound::new);
        Read read = read();
        watch.on(
                List.of(
                        ForumTopics.of(read.page().card().id()),
                        ForumTopics.answers(read.page().card().id())),
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
        return new Read(
                page,
                page.mayFacilitate()
                        ? invitations.answers(words.asker(), page.card().id())
                        : null);
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
        if (!page.reason().isEmpty()) {
            Span reason = new Span(page.reason());
            reason.addClassName("pre");
            Div text = new Div(new Paragraph(words.text("forum.cancelled")), reason);
            Div notice = new Div(Icon.ALERT.create(), text);
            notice.addClassNames("notice", "late");
            add(notice);
        }
        if (!page.callLink().isEmpty() && page.card().state() == SessionState.OPEN) {
            Anchor call = new Anchor(page.callLink(), words.text("forum.app.call"));
            call.getElement().setAttribute("target", "_blank").setAttribute("rel", "noopener");
            call.setRouterIgnore(true);
            Div line = new Div(Icon.LINK.small(), call);
            line.addClassName("call-line");
            add(line);
        }
        if (page.mayAnswer()) {
            add(new AnswerPart(invitations, page, speaksFor(), words, () -> show(read())));
        }
        add(agenda(page));
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
            shown.add(new Span(words.text("forum.items-until", words.day(card.itemsUntil(), card.zone()))));
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

    private Section agenda(SessionPage page) {
        Section part = new Section(new H2(words.text("forum.agenda")));
        part.addClassName("part");
        boolean any = page.agenda().stream().anyMatch(one -> !one.items().isEmpty());
        if (any) {
            part.add(new AgendaList(page.agenda(), words));
        } else {
            part.add(new EmptyState(words.text("forum.agenda.empty"), words.text("forum.agenda.empty-text")));
        }
        return part;
    }
}
