package org.kvartal.forum.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.discussions.DiscussionsPages;
import org.kvartal.forum.Agenda;
import org.kvartal.forum.Agenda.Draft;
import org.kvartal.forum.ForumPages;
import org.kvartal.forum.ForumRights;
import org.kvartal.forum.SeriesBook;
import org.kvartal.forum.SessionState;
import org.kvartal.forum.Sessions;
import org.kvartal.forum.Sessions.SessionCard;
import org.kvartal.forum.ui.ProposeForm.Goal;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Wording;
import org.kvartal.membership.Mandates;
import org.kvartal.shell.EmptyState;
import org.kvartal.shell.Notices;
import org.kvartal.shell.PageHeading;
import org.kvartal.shell.ShellPages;

/** Where anybody who belongs proposes an item: a new matter, or a thread. */
@Route(ForumPages.PROPOSE)
@PermitAll
@StyleSheet("context://forum/forum.css")
class ProposeView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Agenda agenda;
    private final Sessions sessions;
    private final SeriesBook series;
    private final Mandates mandates;
    private final Permissions permissions;
    private final Clock clock;
    private final Words words;

    ProposeView(
            Agenda agenda,
            Sessions sessions,
            SeriesBook series,
            Mandates mandates,
            Permissions permissions,
            Clock clock,
            Messages messages,
            Wording wording,
            CurrentReader currentReader) {
        this.agenda = agenda;
        this.sessions = sessions;
        this.series = series;
        this.mandates = mandates;
        this.permissions = permissions;
        this.clock = clock;
        this.words = new Words(messages, wording, currentReader.get());
        addClassNames("view", "narrow");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        permissions.check(words.asker(), ForumRights.PROPOSE, Scope.PLATFORM);
        QueryParameters query = event.getLocation().getQueryParameters();
        @Nullable Long thread =
                query.getSingleParameter("thread").flatMap(ProposeView::number).orElse(null);
        @Nullable Draft draft = thread == null ? null : agenda.fromThread(words.asker(), thread);
        removeAll();
        PageHeading heading = new PageHeading(getPageTitle())
                .below(ShellPages.path(ForumPages.SESSIONS), words.text("forum.sessions"))
                .lead(words.text("forum.app.propose.lead"));
        add(heading);
        if (thread != null && draft != null) {
            heading.facts(from(thread, draft));
        }
        List<Goal> goals = goals(query.getSingleParameter("session"));
        if (goals.isEmpty()) {
            add(new EmptyState(words.text("forum.app.propose.nowhere"), words.text("forum.app.propose.nowhere-text")));
            return;
        }
        ProposeForm form = new ProposeForm(
                agenda, goals, draft, thread, mandates.of(words.asker().requirePerson()), words);
        form.onLeft(() -> getUI().ifPresent(ui -> ui.getPage().getHistory().back()));
        form.onSent(() -> {
            Notices.done(words.text("forum.app.proposed"));
            getUI().ifPresent(ui -> ui.navigate(ForumPages.SESSIONS));
        });
        add(form);
    }

    @Override
    public String getPageTitle() {
        return words.text("forum.app.propose");
    }

    private Span from(long thread, Draft draft) {
        Anchor link = new Anchor(DiscussionsPages.inWorkspace(thread), draft.title());
        link.getElement().setAttribute("lang", draft.language().code());
        Span from = new Span(
                new Span(words.text("forum.origin") + " "),
                link,
                new Span(" · " + ItemCard.counts(draft.counts(), words)));
        from.addClassName("origin");
        return from;
    }

    /** The session that was asked for, the sessions to come that still take items, and each series for any later one. */
    private List<Goal> goals(Optional<String> wished) {
        List<Goal> goals = new ArrayList<>();
        for (SessionCard session : sessions.coming(words.asker())) {
            if (session.state() == SessionState.OPEN && inTime(session)) {
                Goal goal = new Goal(
                        session.series(),
                        session.id(),
                        words.text(
                                "forum.app.goal.session",
                                words.name(session.title()),
                                words.day(session.starts().toLocalDate())));
                if (wished.filter(session.code()::equals).isPresent()) {
                    goals.addFirst(goal);
                } else {
                    goals.add(goal);
                }
            }
        }
        series.all(words.asker())
                .forEach(one -> goals.add(
                        new Goal(one.id(), null, words.text("forum.app.goal.series", words.name(one.name())))));
        return goals;
    }

    private boolean inTime(SessionCard session) {
        return !LocalDate.ofInstant(clock.instant(), session.zone()).isAfter(session.itemsUntil());
    }

    private static Optional<Long> number(String text) {
        return text.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }
}
