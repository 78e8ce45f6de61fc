package org.kvartal.forum.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.forum.Ballots.BallotLine;
import org.kvartal.forum.ForumPages;
import org.kvartal.forum.ForumTopics;
import org.kvartal.forum.ItemId;
import org.kvartal.forum.MinutesDesk;
import org.kvartal.forum.MinutesDesk.Edition;
import org.kvartal.forum.MinutesDesk.MinutesPage;
import org.kvartal.forum.MinutesDesk.ParagraphKind;
import org.kvartal.forum.MinutesState;
import org.kvartal.forum.SessionId;
import org.kvartal.forum.SessionState;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Wording;
import org.kvartal.live.Rereading;
import org.kvartal.shell.Icon;
import org.kvartal.shell.Notices;
import org.kvartal.shell.PageHeading;
import org.kvartal.shell.ShellPages;
import org.kvartal.shell.StatusBadge;
import org.kvartal.shell.StatusBadge.Status;
import org.kvartal.trace.FurthestLine;
import org.kvartal.trace.Step;

/** The minutes of a session: worded by whoever facilitates, read by those who were there, and what became of the outcomes. */
@Route(ForumPages.SESSIONS + "/:code(" + ForumPages.CODE + ")/minutes")
@PermitAll
@StyleSheet("context://forum/forum.css")
@StyleSheet("context://forum/room.css")
class MinutesView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final RoomTools tools;
    private final Words words;
    private final Rereading.Watch watch;
    private final Div head = new Div();
    private final Div place = new Div();
    private final Div taskPlace = new Div();
    private final Div body = new Div();
    private String code = "";
    private @Nullable Integer edition;

    MinutesView(RoomTools tools, Rereading rereading, Messages messages, Wording wording, CurrentReader currentReader) {
        this.tools = tools;
        this.words = new Words(messages, wording, currentReader.get());
        this.watch = rereading.watch(this);
        addClassNames("view", "minutes");
        place.addClassName("room-place");
        taskPlace.addClassName("room-place");
        add(head, place, body);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        code = event.getRouteParameters().get("code").orElseThrow(NotFound::new);
        edition = number(event.getLocation()
                .getQueryParameters()
                .getSingleParameter("edition")
                .orElse(""));
        Read first = read();
        watch.on(ForumTopics.minutes(first.page().session().id()), this::read, this::show);
        show(read());
    }

    private static @Nullable Integer number(String typed) {
        return typed.matches("[1-9]\\d{0,5}") ? Integer.valueOf(typed) : null;
    }

    @Override
    public String getPageTitle() {
        return words.text("forum.minutes.of", code);
    }

    private record Read(MinutesPage page, Became became, List<BallotLine> votes) {}

    private Read read() {
        MinutesPage page = tools.minutes().find(words.asker(), code, edition).orElseThrow(NotFound::new);
        return new Read(
                page,
                Became.read(tools, code, items(page), words),
                tools.ballots().of(words.asker(), code));
    }

    private static List<ItemId> items(MinutesPage page) {
        return page.paragraphs().stream()
                .map(MinutesDesk.Paragraph::item)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** How far an item has come, below its heading, where nothing that came out of it says so further down. */
    private static Optional<Step> further(MinutesDesk.Paragraph heading, Became became) {
        ItemId item = heading.item();
        return heading.kind() != ParagraphKind.ITEM || item == null || became.saidOf(item)
                ? Optional.empty()
                : Optional.ofNullable(became.beyond(item));
    }

    private void again() {
        show(read());
    }

    private void act(Runnable act, String done) {
        try {
            act.run();
            Notices.done(words.text(done));
        } catch (Refused refused) {
            Notices.problem(words.refusal(refused));
        }
        again();
    }

    private void show(Read read) {
        MinutesPage page = read.page();
        head.removeAll();
        head.add(heading(page));
        if (page.edition().state() == MinutesState.CORRECTED) {
            head.add(notice(words.text("forum.minutes.replaced")));
        } else if (!page.edition().reason().isEmpty()) {
            head.add(notice(
                    words.text("forum.minutes.corrected-because", page.edition().reason())));
        }
        Instant until = page.reviewUntil();
        if (until != null) {
            head.add(new Paragraph(words.text(
                    page.maySuggest() ? "forum.minutes.review-you" : "forum.minutes.review",
                    words.wording().day(until, words.language(), page.session().zone()))));
        }
        // What somebody types goes on, above the paragraphs, where these are drawn anew.
        addComponentAtIndex(1, place);
        body.removeAll();
        Div paragraphs = new Div();
        paragraphs.addClassName("minutes-body");
        RoomActs acts = new RoomActs(act -> act(act, "forum.app.saved"), this::again, place);
        RoomActs taskActs = new RoomActs(act -> act(act, "forum.app.saved"), this::again, taskPlace);
        for (MinutesDesk.Paragraph one : page.paragraphs()) {
            paragraphs.add(new ParagraphPart(tools, acts, page, one, words));
            further(one, read.became())
                    .map(step -> new FurthestLine(step, words.messages(), words.language()))
                    .ifPresent(paragraphs::add);
        }
        body.add(
                paragraphs,
                taskPlace,
                new TasksPart(tools, read.became(), page.mayFacilitate(), taskActs, words),
                new VotesPart(read.votes(), words));
        if (page.editions().size() > 1) {
            body.add(editions(page));
        }
        watch.shown();
    }

    private Div notice(String said) {
        Div notice = new Div(Icon.INFO.create(), new Span(said));
        notice.addClassName("notice");
        return notice;
    }

    private PageHeading heading(MinutesPage page) {
        SessionId session = page.session().id();
        MinutesState state = page.edition().state();
        List<Component> acts = new ArrayList<>();
        if (state == MinutesState.PUBLISHED) {
            Anchor open = new Anchor(
                    "/" + words.language().code() + ForumPages.publicMinutes(code), words.text("forum.minutes.public"));
            open.addClassName("button");
            open.setRouterIgnore(true);
            acts.add(open);
        }
        Anchor print = new Anchor(
                ForumPages.ownMinutes(code) + "?edition=" + page.edition().number(), words.text("forum.minutes.pdf"));
        print.addClassName("button");
        print.setRouterIgnore(true);
        acts.add(print);
        if (page.mayFacilitate() && page.session().state() == SessionState.CLOSED) {
            switch (state) {
                case DRAFT ->
                    acts.add(main(
                            "forum.minutes.give",
                            () -> tools.minutes().review(words.asker(), session),
                            "forum.minutes.given"));
                case IN_REVIEW -> {
                    acts.add(new Button(
                            words.text("forum.minutes.redraft"),
                            _ -> act(
                                    () -> tools.minutes().redraft(words.asker(), session), "forum.minutes.redrafted")));
                    if (page.mayApprove()) {
                        acts.add(main(
                                "forum.minutes.approve",
                                () -> tools.minutes().approve(words.asker(), session),
                                "forum.minutes.approved"));
                    }
                }
                case APPROVED ->
                    acts.add(main(
                            "forum.minutes.publish",
                            () -> tools.minutes().publish(words.asker(), session),
                            "forum.minutes.published"));
                case PUBLISHED, CORRECTED -> {}
            }
        }
        PageHeading heading = new PageHeading(words.text("forum.minutes.title"))
                .kicker(
                        new Anchor(ShellPages.path(ForumPages.SESSIONS), words.text("forum.sessions")),
                        new Anchor(ForumPages.session(code), code))
                .facts(
                        words.shown(page.session().title()),
                        new Span(words.exact(
                                page.session().starts(), page.session().zone())),
                        badge(state));
        return heading.acts(acts.toArray(Component[]::new));
    }

    private StatusBadge badge(MinutesState state) {
        Status status = switch (state) {
            case DRAFT, IN_REVIEW -> Status.WAITING;
            case APPROVED, PUBLISHED -> Status.DONE;
            case CORRECTED -> Status.PLAIN;
        };
        return new StatusBadge(status, words.of("minutes.state", state));
    }

    private Button main(String key, Runnable act, String done) {
        Button button = new Button(words.text(key), _ -> act(act, done));
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }

    private UnorderedList editions(MinutesPage page) {
        UnorderedList list = new UnorderedList();
        list.addClassName("minutes-editions");
        for (Edition one : page.editions()) {
            String said = words.text(
                    "forum.minutes.edition",
                    one.number(),
                    words.wording()
                            .day(one.made(), words.language(), words.reader().zone()));
            list.add(new ListItem(
                    one.number() == page.edition().number()
                            ? new Span(said)
                            : new Anchor(ForumPages.minutes(code) + "?edition=" + one.number(), said)));
        }
        return list;
    }
}
