package org.kvartal.forum.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.kvartal.forum.Ballots.BallotLine;
import org.kvartal.forum.ForumPages;
import org.kvartal.forum.ItemVisibility;
import org.kvartal.forum.MinutesDesk.LookBack;
import org.kvartal.forum.Presence.Codes;
import org.kvartal.forum.Presence.HandLine;
import org.kvartal.forum.Room.QuorumLine;
import org.kvartal.forum.Room.RoomItem;
import org.kvartal.forum.RoomFeed;
import org.kvartal.forum.RoomFeed.RoomPage;
import org.kvartal.forum.SessionState;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Wording;
import org.kvartal.live.Live.Listening;
import org.kvartal.shell.QrPicture;

/** What everybody in the room sees on the wall, readable from the last row: the item, its clock, who speaks, what was voted, and the way in. */
@Route(ForumPages.SESSIONS + "/:code(" + ForumPages.CODE + ")/screen")
@PermitAll
@StyleSheet("context://forum/forum.css")
@StyleSheet("context://forum/room.css")
class WallView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final RoomFeed feed;
    private final RoomTools tools;
    private final House house;
    private final Words words;
    private final SeenBack back;
    private final Div head = new Div();
    private final Div item = new Div();
    private final Div codes = new Div();
    private final Div noted = new Div();
    private String code = "";
    private @Nullable RoomPage shown;
    private @Nullable Listening listening;

    WallView(
            RoomFeed feed,
            RoomTools tools,
            House house,
            Messages messages,
            Wording wording,
            CurrentReader currentReader) {
        this.feed = feed;
        this.tools = tools;
        this.house = house;
        this.words = new Words(messages, wording, currentReader.get());
        this.back = new SeenBack(feed, words);
        addClassNames("view", "wide", "wall");
        head.addClassName("wall-head");
        item.addClassName("wall-item");
        codes.addClassName("wall-code");
        noted.addClassName("wall-noted");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        code = event.getRouteParameters().get("code").orElseThrow(NotFound::new);
        RoomPage page = read();
        removeAll();
        add(head, item, codes, noted);
        show(page);
        code();
    }

    @Override
    public String getPageTitle() {
        return words.text("forum.room.screen-of", code);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        UI ui = attached.getUI();
        listening = feed.watch(
                words.asker(), Objects.requireNonNull(shown).session().id(), new InTurn<>(ui, this::show)::hand);
        renew(ui);
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        super.onDetach(detached);
        if (listening != null) {
            listening.close();
            listening = null;
        }
    }

    /** The code is shown anew when it changes, for as long as the wall is shown. */
    private void renew(UI ui) {
        RoomPage page = shown;
        if (page == null || page.session().state() != SessionState.IN_PROGRESS || page.paper()) {
            return;
        }
        Codes now = codes(page).orElse(null);
        if (now == null) {
            return;
        }
        long wait = Math.max(
                1, Duration.between(tools.clock().instant(), now.until()).toSeconds() + 1);
        CompletableFuture.delayedExecutor(wait, TimeUnit.SECONDS)
                .execute(() -> in(ui, () -> {
                    if (isAttached()) {
                        code();
                        renew(ui);
                    }
                }));
    }

    private static void in(UI ui, Runnable act) {
        try {
            var _ = ui.access(act::run);
        } catch (UIDetachedException left) {
            // Nobody looks any more.
        }
    }

    private RoomPage read() {
        return feed.page(words.asker(), code).filter(RoomPage::mayFacilitate).orElseThrow(NotFound::new);
    }

    /** Nothing where the session was closed this moment. */
    private Optional<Codes> codes(RoomPage page) {
        try {
            return Optional.of(
                    tools.presence().codes(words.asker(), page.session().id()));
        } catch (NotFound closed) {
            return Optional.empty();
        }
    }

    private void code() {
        codes.removeAll();
        RoomPage page = shown;
        if (page == null || page.session().state() != SessionState.IN_PROGRESS || page.paper()) {
            return;
        }
        Codes now = codes(page).orElse(null);
        if (now == null) {
            return;
        }
        Span number = new Span(now.number().substring(0, 3) + " " + now.number().substring(3));
        number.addClassName("wall-number");
        codes.add(
                new QrPicture(house.baseUrl() + now.path(), words.text("forum.room.scan")),
                new Span(words.text("forum.room.scan")),
                number);
    }

    private void show(RoomPage page) {
        if (page.olderThan(shown)) {
            return;
        }
        boolean began =
                shown != null && shown.session().state() != page.session().state();
        shown = page;
        head.removeAll();
        Anchor title =
                new Anchor(ForumPages.desk(code), words.shown(page.session().title()));
        Span there = new Span(words.text("forum.room.there", page.people(), page.associations()));
        head.add(title, there);
        QuorumLine quorum = page.quorum();
        if (quorum != null) {
            head.add(new Span(
                    words.text(quorum.met() ? "forum.room.quorum-met" : "forum.room.quorum-missing", quorum.needed())));
        }
        item(page);
        noted.removeAll();
        if (!page.outcomes().isEmpty() && !internal(page)) {
            UnorderedList list = new UnorderedList();
            list.addClassName("wall-noted");
            page.outcomes()
                    .forEach(one -> list.add(
                            new ListItem(LastOutcomes.kind(one, words), new Span(" "), LastOutcomes.text(one, words))));
            noted.add(list);
        }
        if (began) {
            code();
        }
    }

    /** Everybody in the room reads the wall: what is internal does not stand on it. */
    private static boolean internal(RoomPage page) {
        return page.current() != null && page.current().line().visibility() == ItemVisibility.INTERNAL;
    }

    private void item(RoomPage page) {
        item.removeAll();
        RoomItem current = page.current();
        if (page.session().state() != SessionState.IN_PROGRESS) {
            item.add(new H1(words.text(
                    page.session().state() == SessionState.CLOSED ? "forum.room.over" : "forum.room.not-yet")));
            return;
        }
        if (current == null || internal(page)) {
            item.add(new H1(words.text(current == null ? "forum.room.pause-now" : "forum.room.internal")));
            return;
        }
        H1 title = new H1();
        if (current.line().number() != null) {
            title.add(current.line().number() + ". ");
        }
        title.add(words.shown(current.line().title()));
        Span plan = new Span(words.text("forum.room.planned", current.line().minutes()));
        plan.addClassName("wall-plan");
        Div clock = new Div(new ItemTimer(current, page.now()), plan);
        clock.addClassName("wall-clock");
        item.add(title, clock);
        LookBack seen = back.of(page);
        if (seen != null) {
            item.add(new WallLookBack(seen, words));
        }
        page.hands().stream().filter(HandLine::speaking).findFirst().ifPresent(hand -> {
            Div speaker = new Div(
                    new Span(words.text("forum.room.now-speaks", hand.person().name())));
            if (hand.onBehalfOf() != null) {
                speaker.add(new Span(" "), words.forWhom(hand.onBehalfOf()));
            }
            speaker.addClassName("wall-speaker");
            item.add(speaker);
        });
        BallotLine ballot = page.ballot();
        if (ballot != null) {
            Div result = new Div(VoteWords.question(ballot));
            result.addClassName("wall-result");
            result.add(
                    ballot.result() == null
                            ? new Span(words.text("forum.room.votes-cast", ballot.cast()))
                            : VoteWords.result(ballot.result(), words));
            item.add(result);
        }
    }
}
