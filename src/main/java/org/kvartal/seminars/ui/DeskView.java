package org.kvartal.seminars.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Wording;
import org.kvartal.live.Rereading;
import org.kvartal.seminars.DayId;
import org.kvartal.seminars.SeminarPages;
import org.kvartal.seminars.SeminarState;
import org.kvartal.seminars.SeminarTopics;
import org.kvartal.seminars.Seminars.May;
import org.kvartal.seminars.Seminars.SeminarCard;
import org.kvartal.seminars.Seminars.SeminarPage;
import org.kvartal.shell.PageHeading;

/** What the team of a seminar works with: the plan, registrations, who was there, materials, voices, certificates. */
@Route(SeminarPages.SEMINARS + "/:slug/" + SeminarPages.DESK
        + "/:part?(registrations|attendance|materials|voices|certificates)")
@PermitAll
@StyleSheet("context://seminars/seminars.css")
class DeskView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final DeskTools tools;
    private final DeskActs acts;
    private final Words words;
    private final Rereading.Watch watch;
    private final Div head = new Div();
    private final Div place = new Div();
    private final Div body = new Div();
    private final Kept<RegistrationsPart.Kind> kind = new Kept<>(RegistrationsPart.Kind.ALL);
    private String slug = "";
    private String title = "";
    private Part part = Part.PLAN;
    private @Nullable Kept<DayId> day;
    private @Nullable SeminarPage shown;

    /** The parts of the desk, each with an address of its own. */
    enum Part {
        PLAN,
        REGISTRATIONS,
        ATTENDANCE,
        MATERIALS,
        VOICES,
        CERTIFICATES;

        String path(String slug) {
            return this == PLAN ? SeminarPages.desk(slug) : SeminarPages.desk(slug) + "/" + Code.of(this);
        }
    }

    DeskView(
            DeskTools tools,
            DeskActs acts,
            Rereading rereading,
            Messages messages,
            Wording wording,
            CurrentReader currentReader) {
        this.tools = tools;
        this.acts = acts;
        this.words = new Words(messages, wording, currentReader.get());
        this.watch = rereading.watch(this);
        addClassNames("view", "seminars");
        place.addClassName("asking");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        slug = event.getRouteParameters().get("slug").orElseThrow(NotFound::new);
        String asked = event.getRouteParameters().get("part").orElse("");
        part = Arrays.stream(Part.values())
                .filter(one -> Code.of(one).equals(asked))
                .findFirst()
                .orElse(Part.PLAN);
        SeminarPage page = read();
        LocalDate today =
                LocalDate.ofInstant(tools.clock().instant(), page.card().zone());
        day = new Kept<>(AttendancePart.day(page, null, today).id());
        watch.on(List.of(SeminarTopics.of(page.card().id())), this::read, this::news);
        removeAll();
        place.removeAll();
        add(head, place, body);
        show(page);
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private SeminarPage read() {
        SeminarPage page = tools.seminars().find(words.asker(), slug).orElseThrow(NotFound::new);
        May may = page.may();
        if (!may.manage() && !may.decide() && !may.keep() && !may.read()) {
            throw new Forbidden();
        }
        return page;
    }

    private void again() {
        show(read());
    }

    /** What somebody is filling in is left alone; so is what looks as before where its part is told by the page alone. */
    private void news(SeminarPage page) {
        if (place.getElement().getChildCount() == 0 && (part != Part.PLAN || !page.equals(shown))) {
            show(page);
        }
    }

    private void show(SeminarPage page) {
        shown = page;
        title = words.name(page.card().title());
        head.removeAll();
        body.removeAll();
        // A part of the plan may have had it.
        addComponentAtIndex(1, place);
        Acts possible = new Acts(words, place, this::again);
        if (page.may().manage()) {
            acts.into(possible, page, words);
        }
        head.add(possible.beside(heading(page.card())), parts(page.may()));
        body.add(content(page));
        watch.shown();
    }

    private PageHeading heading(SeminarCard card) {
        List<Component> facts = new ArrayList<>();
        facts.add(Pieces.badge(card.state(), words));
        facts.add(new Span(words.when(card)));
        facts.add(new Span(words.text("seminars.app.free", card.free(), card.capacity())));
        if (card.state() == SeminarState.RUNNING && !card.over(tools.clock().instant())) {
            facts.add(new Span(words.text(
                    "seminars.app.finish-from",
                    words.exact(card.ends().atZone(card.zone()).toInstant(), card.zone()))));
        }
        if (card.waiting() > 0) {
            facts.add(new Span(words.text("seminars.app.waiting", card.waiting())));
        }
        return new PageHeading(title)
                .in(card.title().shownIn(words.language()))
                .kicker(
                        new Anchor(SeminarPages.seminar(slug), words.text("seminars.app.to-page")),
                        new Span(words.text("seminars.app.desk")))
                .facts(facts.toArray(Component[]::new));
    }

    private Nav parts(May may) {
        Nav nav = new Nav();
        nav.addClassName("desk-parts");
        nav.setAriaLabel(words.text("seminars.app.desk"));
        for (Part one : Part.values()) {
            if (may(one, may)) {
                Anchor link = new Anchor(one.path(slug), words.of("desk", one));
                if (one == part) {
                    link.getElement().setAttribute("aria-current", "page");
                }
                nav.add(link);
            }
        }
        return nav;
    }

    private static boolean may(Part part, May may) {
        return switch (part) {
            case PLAN -> true;
            case REGISTRATIONS -> may.read() || may.decide();
            case ATTENDANCE, CERTIFICATES, VOICES -> may.read();
            case MATERIALS -> may.keep() || may.manage();
        };
    }

    private Component content(SeminarPage page) {
        if (!may(part, page.may())) {
            throw new Forbidden();
        }
        return switch (part) {
            case PLAN -> new PlanPart(tools, page, words, place, this::again);
            case REGISTRATIONS -> new RegistrationsPart(tools, page, kind, words, place, this::again);
            case ATTENDANCE -> new AttendancePart(tools, page, Objects.requireNonNull(day), words, place, this::again);
            case MATERIALS -> new DeskMaterialsPart(tools, page, words, place, this::again);
            case VOICES ->
                new VoicesPart(
                        tools.feedback().voices(words.asker(), page.card().id()), page, words);
            case CERTIFICATES -> new CertificatesPart(tools, page, words, place, this::again);
        };
    }
}
