package org.kvartal.forum.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kvartal.forum.Agenda.ItemLine;
import org.kvartal.forum.BallotId;
import org.kvartal.forum.Ballots.Result;
import org.kvartal.forum.Ballots.State;
import org.kvartal.forum.ItemId;
import org.kvartal.forum.ItemVisibility;
import org.kvartal.forum.OutcomeKind;
import org.kvartal.forum.Room.DeskPage;
import org.kvartal.forum.Room.RoomItem;
import org.kvartal.forum.SessionId;
import org.kvartal.forum.SessionState;
import org.kvartal.shell.EmptyState;
import org.kvartal.shell.Icon;
import org.kvartal.shell.MoreMenu;
import org.kvartal.shell.ReasonSheet;
import org.kvartal.shell.Shortcut;

/** The item that is spoken of: its clock, what can be done with it, what comes out of it, and the notes that whoever facilitates keeps for themselves. */
class DeskMiddle extends Section {

    private static final Map<OutcomeKind, String> KEYS = Map.of(
            OutcomeKind.NOTE, "n",
            OutcomeKind.DECISION, "d",
            OutcomeKind.TASK, "t",
            OutcomeKind.NEED, "p",
            OutcomeKind.RECOMMENDATION, "r",
            OutcomeKind.REFER, "f");

    private final RoomTools tools;
    private final RoomActs acts;
    private final Words words;
    private final Div now = new Div();
    private final Div noted = new Div();
    private final Div known = new Div();
    private final DeskNotes notes;
    private final Drawn drawn = new Drawn();
    private final Drawn drawnNoted = new Drawn();
    private @Nullable NotedPart notedPart;

    DeskMiddle(RoomTools tools, RoomActs acts, Words words) {
        this.tools = tools;
        this.acts = acts;
        this.words = words;
        notes = new DeskNotes(tools, words);
        addClassNames("room-middle", "room-now");
        add(now, acts.place(), noted, known, notes);
        known.addClassName("stack");
        now.addClassName("room-now");
    }

    /** What a vote is, without how many have voted: while votes come in, what somebody is about to press stays where it is. */
    private record Asked(BallotId id, State state, @Nullable Result result) {}

    void show(DeskRead read) {
        DeskPage page = read.page();
        // A form stands in the page that was left for another one, too.
        if (acts.place().getParent().filter(this::equals).isEmpty()) {
            addComponentAtIndex(1, acts.place());
        }
        RoomItem current = page.current();
        if (drawn.anew(page.session().id(), page.paper() ? page.now() : null, current, page.next(), read.about())) {
            item(read, current);
        }
        List<Asked> asked = page.ballots().stream()
                .map(vote -> new Asked(vote.id(), vote.state(), vote.result()))
                .toList();
        if (drawnNoted.anew(
                page.session().id(), current == null ? null : current.line().id(), page.outcomes(), asked)) {
            noted.removeAll();
            notedPart = new NotedPart(tools, acts, page, words);
            noted.add(notedPart);
        } else if (notedPart != null) {
            notedPart.count(page.ballots());
        }
        notes.show(current, read.note());
    }

    /** What somebody has begun to write down stands open again, in whatever browser they come to the desk. */
    void goOn(DeskPage page) {
        RoomItem current = page.current();
        if (current != null && page.session().state() == SessionState.IN_PROGRESS) {
            tools.outcomes().drafts(words.asker(), current.line().id()).stream()
                    .findFirst()
                    .ifPresent(draft -> acts.open(
                            OutcomeForm.adding(tools, draft.item(), draft.kind(), words), "forum.room.noted"));
        }
    }

    private void item(DeskRead read, @Nullable RoomItem current) {
        DeskPage page = read.page();
        now.removeAll();
        known.removeAll();
        if (page.paper()) {
            now.add(new PaperClock(tools, acts, page, words));
        }
        if (current == null) {
            now.add(
                    new EmptyState(words.text("forum.room.no-item"), words.text("forum.room.no-item-text")),
                    steps(page, null));
        } else {
            now.add(head(current, page), steps(page, current), keys(page, current));
            ItemLine line = current.line();
            if (!line.context().isEmpty()) {
                known.add(ItemCard.background(line, words));
            }
            if (!line.papers().isEmpty()) {
                known.add(ItemCard.papers(line.papers(), words));
            }
            if (read.about() != null) {
                known.add(new LastOutcomes(read.about(), words));
            }
        }
    }

    private Div head(RoomItem current, DeskPage page) {
        H2 title = new H2();
        title.addClassName("room-title");
        if (current.line().number() != null) {
            title.add(current.line().number() + ". ");
        }
        title.add(words.shown(current.line().title()));
        Span plan = new Span(words.text("forum.room.planned", current.line().minutes()));
        plan.addClassName("room-clock-plan");
        Div clock = new Div(new ItemTimer(current, page.now()), plan);
        clock.addClassName("room-clock");
        Div head = new Div(new Div(title, ItemCard.facts(current.line(), words)), clock);
        head.addClassName("room-now-head");
        return head;
    }

    private Div steps(DeskPage page, @Nullable RoomItem current) {
        SessionId session = page.session().id();
        @Nullable ItemId seen = current == null ? null : current.line().id();
        Button previous = new Shortcut("k", words.text("forum.room.previous"))
                .on(new Button(
                        words.text("forum.room.previous"),
                        Icon.LEFT.create(),
                        _ -> acts.now(() -> tools.room().previous(words.asker(), session, seen))));
        Button next = new Shortcut("j", words.text("forum.room.next"))
                .on(new Button(
                        words.text(seen == null ? "forum.room.begin" : "forum.room.next"),
                        Icon.RIGHT.create(),
                        _ -> acts.now(() -> tools.room().next(words.asker(), session, seen))));
        next.addThemeVariants(ButtonVariant.PRIMARY);
        Div steps = new Div(previous, next);
        steps.addClassName("room-steps");
        if (current != null && seen != null) {
            boolean runs = current.runningSince() != null;
            if (!page.paper()) {
                steps.add(new Shortcut("s", words.text("forum.room.pause"))
                        .on(new Button(
                                words.text(runs ? "forum.room.pause" : "forum.room.resume"),
                                Icon.CLOCK.create(),
                                _ -> acts.now(() -> {
                                    if (runs) {
                                        tools.room().pause(words.asker(), session);
                                    } else {
                                        tools.room().resume(words.asker(), session);
                                    }
                                }))));
            }
            steps.add(MoreMenu.of(words.text("forum.room.more"), further(page, seen, current.standing())));
        }
        return steps;
    }

    private List<MoreMenu.Line> further(DeskPage page, ItemId seen, boolean standing) {
        List<MoreMenu.Line> further = new ArrayList<>();
        further.add(new MoreMenu.Line(
                words.text("forum.room.done"), () -> acts.now(() -> tools.room().done(words.asker(), seen))));
        if (!standing) {
            further.add(new MoreMenu.Line(
                    words.text("forum.room.defer"),
                    () -> acts.open(new DeferForm(tools, seen, page.next(), words), "forum.room.deferred")));
        }
        further.add(new MoreMenu.Line(
                words.text("forum.room.refer"),
                () -> acts.open(new ReferForm(tools, seen, words), "forum.room.referred")));
        further.add(new MoreMenu.Line(
                words.text("forum.room.drop"),
                () -> acts.open(
                        new ReasonSheet(
                                words,
                                "drop " + seen,
                                words.text("forum.room.drop-text"),
                                words.text("forum.room.drop"),
                                why -> tools.room().drop(words.asker(), seen, why)),
                        "forum.room.dropped")));
        return further;
    }

    /** One key each, then type. */
    private Div keys(DeskPage page, RoomItem current) {
        Div keys = new Div();
        keys.addClassName("room-keys");
        keys.getElement().setAttribute("role", "group");
        keys.getElement().setAttribute("aria-label", words.text("forum.room.outcomes"));
        for (OutcomeKind kind : OutcomeKind.values()) {
            String word = words.of("outcome-kind", kind);
            keys.add(key(
                    Objects.requireNonNull(KEYS.get(kind)),
                    word,
                    () -> acts.open(OutcomeForm.adding(tools, current.line().id(), kind, words), "forum.room.noted")));
        }
        keys.add(key(
                "v",
                words.text("forum.room.vote"),
                () -> acts.open(
                        new BallotForm(
                                tools,
                                current.line().id(),
                                page.attendance(),
                                page.paper() || current.line().visibility() == ItemVisibility.INTERNAL,
                                words),
                        "forum.app.saved")));
        return keys;
    }

    private NativeButton key(String key, String word, Runnable act) {
        Span letter = new Span(key.toUpperCase(words.language().locale()));
        letter.getElement().setAttribute("aria-hidden", "true");
        letter.addClassName("key");
        NativeButton button = new NativeButton();
        button.addClassName("room-key");
        button.add(letter, new Span(word));
        button.addClickListener(_ -> act.run());
        return new Shortcut(key, word).on(button);
    }
}
