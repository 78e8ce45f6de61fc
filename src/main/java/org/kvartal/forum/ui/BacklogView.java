package org.kvartal.forum.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.forum.Agenda;
import org.kvartal.forum.Agenda.Backlog;
import org.kvartal.forum.ForumPages;
import org.kvartal.forum.ForumTopics;
import org.kvartal.forum.SeriesBook;
import org.kvartal.forum.SeriesId;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Wording;
import org.kvartal.live.Rereading;
import org.kvartal.shell.PageHeading;
import org.kvartal.shell.ShellPages;

/** What is proposed for the sessions of a series, or for those that belong to none, and what waits: for those who facilitate them. */
@Route(ForumPages.BACKLOG + "/:series?([0-9a-f-]{36})")
@PermitAll
@StyleSheet("context://forum/forum.css")
class BacklogView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Agenda agenda;
    private final SeriesBook series;
    private final ForumPeople people;
    private final Words words;
    private final Rereading.Watch watch;
    private @Nullable Backlog shown;

    BacklogView(
            Agenda agenda,
            SeriesBook series,
            ForumPeople people,
            Rereading rereading,
            Messages messages,
            Wording wording,
            CurrentReader currentReader) {
        this.agenda = agenda;
        this.series = series;
        this.people = people;
        this.words = new Words(messages, wording, currentReader.get());
        this.watch = rereading.watch(this);
        addClassName("view");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        @Nullable SeriesId id =
                event.getRouteParameters().get("series").map(BacklogView::id).orElse(null);
        Div place = new Div();
        BacklogPart[] part = new BacklogPart[1];
        part[0] = new BacklogPart(agenda, id, people, place, () -> show(part[0]), words);
        PageHeading heading = new PageHeading(getPageTitle())
                .below(ShellPages.path(ForumPages.SESSIONS), words.text("forum.sessions"))
                .lead(words.text("forum.app.backlog.lead"));
        if (id != null) {
            heading.facts(words.shown(series.find(words.asker(), id)
                    .orElseThrow(NotFound::new)
                    .content()
                    .name()));
        }
        watch.on(ForumTopics.backlog(id), part[0]::read, backlog -> {
            if (!backlog.equals(shown)) {
                show(part[0], backlog);
            }
        });
        removeAll();
        add(new KeptFocus(), heading, place, part[0]);
        show(part[0]);
    }

    @Override
    public String getPageTitle() {
        return words.text("forum.app.backlog");
    }

    private void show(BacklogPart part) {
        show(part, part.read());
    }

    private void show(BacklogPart part, Backlog backlog) {
        shown = backlog;
        part.show(backlog, List.of(), null);
        watch.shown();
    }

    private static SeriesId id(String text) {
        try {
            return SeriesId.of(text);
        } catch (IllegalArgumentException mangled) {
            throw new NotFound();
        }
    }
}
