package org.kvartal.forum.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kvartal.forum.ForumPages;
import org.kvartal.forum.Room.RoomItem;
import org.kvartal.forum.RoomFeed;
import org.kvartal.forum.RoomFeed.RoomPage;
import org.kvartal.forum.SessionState;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Wording;
import org.kvartal.live.Live.Listening;
import org.kvartal.shell.EmptyState;
import org.kvartal.shell.Notices;
import org.kvartal.shell.PageHeading;
import org.kvartal.shell.ShellPages;

/** What a participant holds in their hand: the item, one big hand, the vote when it opens, and the way into the room. */
@Route(ForumPages.SESSIONS + "/:code(" + ForumPages.CODE + ")/room")
@PermitAll
@StyleSheet("context://forum/forum.css")
@StyleSheet("context://forum/room.css")
class HallView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final RoomFeed feed;
    private final RoomTools tools;
    private final Words words;
    private final HallIn in;
    private final HallHand hand;
    private final HallVote vote;
    private final HallItem item;
    private final Div rest = new Div();
    private final Drawn drawn = new Drawn();
    private String code = "";
    private boolean after;
    private boolean readable;
    private @Nullable RoomPage shown;
    private @Nullable Listening listening;

    HallView(RoomFeed feed, RoomTools tools, Messages messages, Wording wording, CurrentReader currentReader) {
        this.feed = feed;
        this.tools = tools;
        this.words = new Words(messages, wording, currentReader.get());
        in = new HallIn(tools, words, this::again);
        hand = new HallHand(tools, words, this::again);
        vote = new HallVote(tools, words, this::again);
        item = new HallItem(new SeenBack(feed, words), words);
        addClassNames("view", "narrow", "hall");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        code = event.getRouteParameters().get("code").orElseThrow(NotFound::new);
        in.token(event.getLocation()
                .getQueryParameters()
                .getSingleParameter("here")
                .orElse(null));
        RoomPage page = read();
        readable = page.session().state() == SessionState.CLOSED
                && tools.minutes().find(words.asker(), code, null).isPresent();
        shown = null;
        after = false;
        removeAll();
        add(
                new PageHeading(words.name(page.session().title()))
                        .in(page.session().title().shownIn(words.language()))
                        .kicker(
                                new Anchor(ShellPages.path(ForumPages.SESSIONS), words.text("forum.sessions")),
                                new Anchor(ForumPages.session(code), code)),
                in,
                vote,
                hand,
                item,
                rest);
        show(page);
    }

    @Override
    public String getPageTitle() {
        return words.text("forum.room.of", code);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        listening = feed.watch(
                words.asker(),
                Objects.requireNonNull(shown).session().id(),
                new InTurn<>(attached.getUI(), this::show)::hand);
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        super.onDetach(detached);
        if (listening != null) {
            listening.close();
            listening = null;
        }
    }

    private RoomPage read() {
        return feed.page(words.asker(), code).orElseThrow(NotFound::new);
    }

    private void again() {
        show(read());
    }

    private void show(RoomPage page) {
        if (page.olderThan(shown)) {
            return;
        }
        if (shown != null) {
            whisper(shown, page);
        }
        shown = page;
        boolean there = page.mine().there();
        if (there != after) {
            // Who is in the room has other things to do first.
            after = there;
            remove(in);
            addComponentAtIndex(there ? indexOf(rest) : 1, in);
        }
        boolean runs = page.session().state() == SessionState.IN_PROGRESS && !page.paper();
        in.show(page, runs);
        hand.show(page, runs);
        vote.show(page, runs);
        item.show(page, runs);
        rest(page, runs);
    }

    private void rest(RoomPage page, boolean runs) {
        if (!drawn.anew(page.session().state(), runs, page.people(), page.associations())) {
            return;
        }
        rest.removeAll();
        if (!runs) {
            boolean over = page.session().state() == SessionState.CLOSED;
            boolean entered = page.session().entered();
            EmptyState state = new EmptyState(
                    words.text(entered ? "forum.state.from-paper" : over ? "forum.room.over" : "forum.room.not-yet"),
                    words.text(
                            entered
                                    ? "forum.room.entered-text"
                                    : readable
                                            ? "forum.room.over-read"
                                            : over ? "forum.room.over-text" : "forum.room.not-yet-text"));
            rest.add(
                    over && readable
                            ? state.offer(new Anchor(ForumPages.minutes(code), words.text("forum.minutes.title")))
                            : state);
            return;
        }
        Span people = new Span(words.text("forum.room.there", page.people(), page.associations()));
        Div line = new Div(people);
        line.addClassName("hall-line");
        rest.add(line);
    }

    /** Whoever does not see the page hears what others see come. */
    private void whisper(RoomPage before, RoomPage now) {
        RoomItem item = now.current();
        if (now.mine().speaking() && !before.mine().speaking()) {
            getUI().ifPresent(ui -> Notices.whisper(ui, words.text("forum.room.you-speak")));
        } else if (item != null
                && (before.current() == null
                        || !before.current().line().id().equals(item.line().id()))) {
            getUI().ifPresent(ui -> Notices.whisper(ui, words.name(item.line().title())));
        }
    }
}
