package org.kvartal.missions.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.AlliancePages;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Wording;
import org.kvartal.live.Rereading;
import org.kvartal.missions.MissionPages;
import org.kvartal.missions.MissionTopics;
import org.kvartal.missions.Missions;
import org.kvartal.missions.Missions.MissionLine;
import org.kvartal.missions.Missions.MissionPage;
import org.kvartal.missions.Missions.OpenMission;
import org.kvartal.missions.Results;
import org.kvartal.missions.Results.Claim;
import org.kvartal.missions.Results.ResultLine;
import org.kvartal.shell.PageHeading;
import org.kvartal.shell.PersonChip;
import org.kvartal.shell.ShellPages;
import org.kvartal.trace.Step;
import org.kvartal.trace.Trace;
import org.kvartal.trace.TrailPart;

/** A mission on one page: who travels, whom they visit, what is still open, and what came of it. Others see what is public of it. */
@Route(MissionPages.MISSIONS + "/:code(" + MissionPages.MISSION_CODE + ")")
@PermitAll
@StyleSheet("context://missions/trips.css")
class MissionView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Missions missions;
    private final TripActs acts;
    private final DelegationParts delegations;
    private final ItineraryParts itinerary;
    private final DebriefParts debrief;
    private final Results results;
    private final ProjectResults reported;
    private final Trace trace;
    private final Words words;
    private final Rereading.Watch watch;
    private final Div head = new Div();
    private final Div place = new Div();
    private final Div body = new Div();
    private final Div main = new Div();
    private final Div side = new Div();
    private final Div reporting = new Div();
    private final Div foot = new Div();
    private String code = "";
    private String title = "";
    private @Nullable Read shown;

    MissionView(
            Missions missions,
            TripActs acts,
            DelegationParts delegations,
            ItineraryParts itinerary,
            DebriefParts debrief,
            Results results,
            ProjectResults reported,
            Trace trace,
            Rereading rereading,
            Messages messages,
            Wording wording,
            CurrentReader currentReader) {
        this.missions = missions;
        this.acts = acts;
        this.delegations = delegations;
        this.itinerary = itinerary;
        this.debrief = debrief;
        this.results = results;
        this.reported = reported;
        this.trace = trace;
        this.words = new Words(messages, wording, currentReader.get());
        this.watch = rereading.watch(this);
        addClassNames("view", "wide");
        place.addClassName("asking");
        reporting.addClassName("asking");
    }

    private record Read(MissionPage page, List<ResultLine> results, List<Step> trail) {}

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        code = event.getRouteParameters().get("code").orElseThrow(NotFound::new);
        removeAll();
        Optional<Read> read = find();
        if (read.isEmpty()) {
            open(missions.open(code).orElseThrow(NotFound::new));
            return;
        }
        watch.on(
                List.of(MissionTopics.of(read.get().page().line().id())),
                () -> find().orElseThrow(NotFound::new),
                this::news);
        Div beside = new Div(side, reporting);
        beside.addClassName("trip-side");
        Div trip = new Div(main, beside);
        trip.addClassName("trip");
        add(head, place, body, trip, foot);
        show(read.get());
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private Optional<Read> find() {
        return missions.find(words.asker(), code)
                .map(page -> new Read(
                        page,
                        page.line().state().held()
                                ? results.of(
                                        words.asker(),
                                        new Claim.OfMission(page.line().id()))
                                : List.of(),
                        trace.walk(words.asker(), page.line().id().traced(), words.language())));
    }

    private void again() {
        show(find().orElseThrow(NotFound::new));
    }

    /** What looks as before is left alone: somebody may be pressing something on it. */
    private void news(Read read) {
        if (!read.equals(shown)) {
            show(read);
        }
    }

    private void show(Read read) {
        shown = read;
        MissionPage page = read.page();
        title = code + " · " + words.name(page.line().title());
        head.removeAll();
        body.removeAll();
        Acts possible = new Acts(words, place, this::again);
        if (page.mayCoordinate()) {
            acts.into(possible, page);
        }
        head.add(possible.beside(heading(page)));
        if (!page.reason().isEmpty()) {
            body.add(new Paragraph(words.of("mission-state", page.line().state()) + ": " + page.reason()));
        }
        if (page.content().about() != null) {
            body.add(Pieces.prose(page.content().about(), words));
        }
        main.removeAll();
        main.add(itinerary.of(page, words, this::again));
        side.removeAll();
        side.add(delegations.of(page, words, place, this::again));
        if (page.line().state().held()) {
            reported.into(
                    side,
                    new Claim.OfMission(page.line().id()),
                    code,
                    page.mayCoordinate(),
                    read.results(),
                    () -> new Acts(words, reporting, this::again));
        }
        debrief.of(page, words, this::again).forEach(main::add);
        foot.removeAll();
        foot.add(new TrailPart(read.trail(), words.wording(), words.reader()));
        watch.shown();
    }

    private PageHeading heading(MissionPage page) {
        MissionLine line = page.line();
        List<Component> facts = new ArrayList<>();
        facts.add(TripPieces.badge(line.state(), words));
        facts.add(new Span(words.of("kind", line.kind())));
        facts.add(new Span(TripPieces.days(line.starts(), line.ends(), words)));
        if (page.coordinator() != null) {
            facts.add(new PersonChip(
                    page.coordinator().id(),
                    page.coordinator().name(),
                    page.coordinator().picture(),
                    page.coordinator().language()));
        }
        if (page.monthly()) {
            facts.add(new Span(words.text("missions.trip.monthly")));
        }
        if (page.copiedFrom() != null) {
            facts.add(new Anchor(
                    MissionPages.mission(page.copiedFrom()),
                    words.text("missions.trip.copied-from", page.copiedFrom())));
        }
        if (line.shown()) {
            facts.add(outside(MissionPages.inPublic(line.code()), words.text("missions.trip.public")));
        } else {
            facts.add(new Span(words.text("missions.trip.not-public")));
        }
        return head(facts, line.title());
    }

    private PageHeading head(List<Component> facts, LocalizedText name) {
        return new PageHeading(words.name(name))
                .in(name.shownIn(words.language()))
                .kicker(new Anchor(ShellPages.path(MissionPages.MISSIONS), words.text("missions.menu")), new Span(code))
                .facts(facts.toArray(Component[]::new));
    }

    private Anchor outside(String path, String name) {
        Anchor link = new Anchor("/" + words.language().code() + path, name);
        link.setRouterIgnore(true);
        return link;
    }

    private void open(OpenMission mission) {
        title = code + " · " + words.name(mission.title());
        head.removeAll();
        body.removeAll();
        head.add(head(
                List.of(
                        TripPieces.badge(mission.state(), words),
                        new Span(words.of("kind", mission.kind())),
                        new Span(TripPieces.days(mission.starts(), mission.ends(), words)),
                        outside(MissionPages.inPublic(code), words.text("missions.trip.public"))),
                mission.title()));
        if (mission.about() != null) {
            body.add(Pieces.prose(mission.about(), words));
        }
        if (!mission.places().isEmpty()) {
            UnorderedList list = new UnorderedList();
            list.addClassName("trip-places");
            mission.places()
                    .forEach(card -> list.add(
                            new ListItem(outside(AlliancePages.inPublic(card.slug()), words.name(card.names())))));
            body.add(Pieces.part(words.text("missions.trip.places"), list));
        }
        add(head, body);
    }
}
