package org.kvartal.seminars.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Wording;
import org.kvartal.live.Rereading;
import org.kvartal.seminars.RegistrationMode;
import org.kvartal.seminars.Registrations.Place;
import org.kvartal.seminars.Registrations.RegistrationLine;
import org.kvartal.seminars.SeminarPages;
import org.kvartal.seminars.SeminarState;
import org.kvartal.seminars.SeminarTopics;
import org.kvartal.seminars.Seminars.May;
import org.kvartal.seminars.Seminars.SeminarCard;
import org.kvartal.seminars.Seminars.SeminarPage;
import org.kvartal.shell.PageHeading;
import org.kvartal.shell.ShellPages;
import org.kvartal.trace.Step;
import org.kvartal.trace.TrailPart;

/** A seminar: what it is about, what stands on each day, the reader's own place, and what is given to those who take part. */
@Route(SeminarPages.SEMINARS + "/:slug")
@PermitAll
@StyleSheet("context://seminars/seminars.css")
class SeminarView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final SeminarTools tools;
    private final Words words;
    private final Rereading.Watch watch;
    private final Div head = new Div();
    private final Div place = new Div();
    private final Div body = new Div();
    private String slug = "";
    private String title = "";
    private @Nullable String roomCode;
    private @Nullable Read shown;

    SeminarView(
            SeminarTools tools, Rereading rereading, Messages messages, Wording wording, CurrentReader currentReader) {
        this.tools = tools;
        this.words = new Words(messages, wording, currentReader.get());
        this.watch = rereading.watch(this);
        addClassNames("view", "seminars");
        place.addClassName("asking");
    }

    private record Read(SeminarPage page, List<RegistrationLine> colleagues, List<Step> trail) {}

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        slug = event.getRouteParameters().get("slug").orElseThrow(NotFound::new);
        roomCode = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(SeminarPages.ROOM_CODE)
                .orElse(null);
        Read read = read();
        watch.on(List.of(SeminarTopics.of(read.page().card().id())), this::read, this::news);
        removeAll();
        add(head, place, body);
        show(read);
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private Read read() {
        SeminarPage page = tools.seminars().find(words.asker(), slug).orElseThrow(NotFound::new);
        return new Read(
                page,
                page.speaksFor().isEmpty() ? List.of() : colleagues(page),
                tools.trace().walk(words.asker(), page.card().id().traced(), words.language()));
    }

    /** Whoever reads has their own place above them. */
    private List<RegistrationLine> colleagues(SeminarPage page) {
        Place mine = page.mine();
        return tools
                .registering()
                .registrations()
                .ofAssociations(words.asker(), page.card().id())
                .stream()
                .filter(line -> mine == null || !line.id().equals(mine.id()))
                .toList();
    }

    private void again() {
        show(read());
    }

    /** What looks as before is left alone: somebody may be pressing something on it. */
    private void news(Read read) {
        if (!read.equals(shown)) {
            show(read);
        }
    }

    private void show(Read read) {
        shown = read;
        SeminarPage page = read.page();
        title = words.name(page.card().title());
        head.removeAll();
        body.removeAll();
        head.add(acts(page).beside(heading(page)));
        if (page.card().state() == SeminarState.CANCELLED) {
            body.add(Pieces.part(words.of("state", SeminarState.CANCELLED), new Paragraph(page.reason())));
        }
        Place mine = page.mine();
        if (mine != null) {
            body.add(new PlacePart(tools.place(), page, mine, roomCode, words, place, this::again));
        } else {
            howToRegister(page);
        }
        if (mine == null && roomCode != null) {
            body.add(Pieces.quiet(words.text("seminars.refused.no-seat")));
        }
        if (page.content().about() != null) {
            body.add(Pieces.prose(page.content().about(), words));
        }
        tools.feedback().part(page, words, place, this::again).ifPresent(body::add);
        body.add(
                Pieces.part(words.text("seminars.app.programme"), new ProgrammePart(page.days(), page.parts(), words)));
        WhereAndWho.where(page, tools, words).ifPresent(body::add);
        WhereAndWho.team(page, words).ifPresent(body::add);
        if (!page.materials().isEmpty()) {
            body.add(Pieces.part(
                    words.text("seminars.app.materials"),
                    MaterialsPart.of(page.materials(), tools.materials(), words)));
        }
        if (!read.colleagues().isEmpty()) {
            body.add(ColleaguesPart.of(page, read.colleagues(), tools.registering(), words, place, this::again));
        }
        body.add(new TrailPart(read.trail(), words.wording(), words.reader()));
        watch.shown();
    }

    /** Why one can't register now, where that is to be said. */
    private void howToRegister(SeminarPage page) {
        LocalDateTime opens = page.content().opens();
        if (page.card().state() == SeminarState.PUBLISHED && opens != null) {
            body.add(Pieces.quiet(words.text(
                    "seminars.app.opens-at",
                    words.exact(
                            opens.atZone(page.card().zone()).toInstant(),
                            page.card().zone()))));
        } else if (page.card().state() == SeminarState.REGISTRATION_OPEN
                && page.card().mode() == RegistrationMode.BY_INVITATION) {
            body.add(Pieces.quiet(words.of("mode-text", RegistrationMode.BY_INVITATION)));
        }
    }

    private Acts acts(SeminarPage page) {
        May may = page.may();
        Acts acts = new Acts(words, place, this::again);
        if (may.register()) {
            acts.next("register", () -> tools.registering().register(page, words));
        }
        if (page.card().state() == SeminarState.REGISTRATION_OPEN
                && !page.speaksFor().isEmpty()) {
            acts.also("register-colleague", () -> tools.registering().colleague(page, false, words));
        }
        if (may.manage() || may.decide() || may.keep() || may.read()) {
            acts.also(Pieces.button(SeminarPages.desk(slug), words.text("seminars.app.desk"), false));
        }
        if (may.letIn() && page.card().state().open() && page.card().state().announced()) {
            acts.also(Pieces.button(SeminarPages.checkIn(slug), words.text("seminars.app.check-in"), false));
        }
        return acts;
    }

    private PageHeading heading(SeminarPage page) {
        SeminarCard card = page.card();
        List<Component> facts = new ArrayList<>();
        facts.add(Pieces.badge(card.state(), words));
        facts.add(new Span(words.when(card)));
        if (card.state().givesPlaces()) {
            facts.add(new Span(Pieces.seats(card, words)));
        }
        if (card.hours().signum() > 0) {
            facts.add(new Span(words.text("seminars.app.hours", card.hours())));
        }
        card.languages().stream().sorted().forEach(language -> facts.add(new Span(words.called(language))));
        List<Component> above = new ArrayList<>();
        above.add(new Anchor(ShellPages.path(SeminarPages.SEMINARS), words.text("seminars.menu")));
        if (page.programme() != null) {
            Anchor series = new Anchor(SeminarPages.of(page.programme().id()));
            series.add(words.shown(page.programme().name()));
            above.add(series);
        }
        return new PageHeading(title)
                .in(card.title().shownIn(words.language()))
                .kicker(above.toArray(Component[]::new))
                .facts(facts.toArray(Component[]::new));
    }
}
