package org.kvartal.forum.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.kvartal.forum.Presence.Attendance;
import org.kvartal.forum.Presence.AttendanceLine;
import org.kvartal.forum.Presence.CameBy;
import org.kvartal.forum.Presence.HandLine;
import org.kvartal.forum.Room.DeskPage;
import org.kvartal.forum.Room.QuorumLine;
import org.kvartal.forum.SessionId;
import org.kvartal.shell.Icon;
import org.kvartal.shell.PersonChip;
import org.kvartal.shell.Shortcut;
import org.kvartal.shell.StatusBadge;
import org.kvartal.shell.StatusBadge.Status;

/** The room at the right of the desk: who wants to speak, who is there, whether that is enough. */
class DeskSide extends Section {

    private final RoomTools tools;
    private final RoomActs acts;
    private final Words words;
    private final Div hands = new Div();
    private final Div present = new Div();
    private final Drawn drawnHands = new Drawn();
    private final Drawn drawnPresent = new Drawn();

    DeskSide(RoomTools tools, RoomActs acts, Words words) {
        this.tools = tools;
        this.acts = acts;
        this.words = words;
        addClassName("room-side");
        add(hands, present);
    }

    void show(DeskPage page) {
        if (drawnHands.anew(page.session().id(), page.paper(), page.hands())) {
            hands.removeAll();
            if (!page.paper()) {
                hands.add(hands(page));
            }
        }
        if (drawnPresent.anew(page.session().id(), page.attendance(), page.quorum())) {
            present.removeAll();
            present.add(present(page));
        }
    }

    private Section hands(DeskPage page) {
        SessionId session = page.session().id();
        Section part = new Section(new H2(words.text("forum.room.hands")));
        boolean waits = page.hands().stream().anyMatch(hand -> !hand.speaking());
        boolean speaks = page.hands().stream().anyMatch(HandLine::speaking);
        page.hands().forEach(hand -> part.add(hand(hand, session)));
        if (page.hands().isEmpty()) {
            Span none = new Span(words.text("forum.room.no-hands"));
            none.addClassName("figure-words");
            part.add(none);
        }
        Div presses = new Div();
        presses.addClassName("hand-acts");
        if (waits) {
            presses.add(new Shortcut("c", words.text("forum.room.call-next"))
                    .on(new Button(
                            words.text("forum.room.call-next"),
                            _ -> acts.now(() -> tools.presence().callNext(words.asker(), session)))));
        }
        if (speaks) {
            Button thank = new Button(
                    words.text("forum.room.thank"),
                    _ -> acts.now(() -> tools.presence().thank(words.asker(), session)));
            thank.addThemeVariants(ButtonVariant.TERTIARY);
            presses.add(thank);
        }
        part.add(presses);
        return part;
    }

    private Div hand(HandLine hand, SessionId session) {
        Div who = new Div(new PersonChip(
                hand.person().id(),
                hand.person().name(),
                hand.person().picture(),
                hand.person().language()));
        if (hand.onBehalfOf() != null) {
            who.add(words.forWhom(hand.onBehalfOf()));
        }
        Div line = new Div(who);
        line.addClassName("hand-line");
        if (hand.speaking()) {
            line.addClassName("speaking");
            line.add(new Span(words.text("forum.room.speaks")));
            return line;
        }
        Span spoken = new Span(
                hand.spoken() == 0
                        ? words.text("forum.room.first-time")
                        : words.text("forum.room.spoken", hand.spoken()));
        spoken.addClassName("figure-words");
        Div presses = new Div(
                Steps.button(
                        Icon.CHECK,
                        words.text("forum.room.call", hand.person().name()),
                        true,
                        () -> acts.now(() -> tools.presence()
                                .call(words.asker(), session, hand.person().id()))),
                Steps.button(
                        Icon.CLOSE,
                        words.text("forum.room.lower-hand", hand.person().name()),
                        true,
                        () -> acts.now(() -> tools.presence()
                                .lower(words.asker(), session, hand.person().id()))));
        presses.addClassName("hand-acts");
        line.add(spoken, presses);
        return line;
    }

    private Section present(DeskPage page) {
        SessionId session = page.session().id();
        Attendance attendance = page.attendance();
        Section part = new Section(new H2(words.text("forum.room.present")));
        part.add(figure(attendance.people(), words.text("forum.room.people", attendance.people())));
        part.add(figure(attendance.associations(), words.text("forum.room.associations", attendance.associations())));
        QuorumLine quorum = page.quorum();
        if (quorum != null) {
            part.add(new StatusBadge(
                    quorum.met() ? Status.DONE : Status.WAITING,
                    words.text(quorum.met() ? "forum.room.quorum-met" : "forum.room.quorum-missing", quorum.needed())));
        }
        Button enter = new Button(
                words.text("forum.room.enter"),
                Icon.PLUS.create(),
                _ -> acts.open(new EnterForm(tools, session, words), "forum.room.entered"));
        Button change = new Button(
                words.text("forum.room.quorum"), _ -> acts.open(new QuorumForm(tools, page, words), "forum.app.saved"));
        change.addThemeVariants(ButtonVariant.TERTIARY);
        Div presses = new Div(enter, change);
        presses.addClassName("hand-acts");
        part.add(presses);
        UnorderedList list = new UnorderedList();
        list.addClassName("present-list");
        attendance.lines().forEach(line -> list.add(row(line, session)));
        part.add(list);
        return part;
    }

    private static Div figure(int number, String said) {
        Span figure = new Span(String.valueOf(number));
        figure.addClassName("figure-number");
        Span unit = new Span(said);
        unit.addClassName("figure-words");
        Div line = new Div(figure, unit);
        line.addClassName("figure");
        return line;
    }

    private ListItem row(AttendanceLine line, SessionId session) {
        Div who = new Div();
        if (line.person() == null) {
            who.add(new Span(line.guest()), new Span(" " + words.text("forum.room.is-guest")));
        } else {
            who.add(new PersonChip(
                    line.person().id(),
                    line.person().name(),
                    line.person().picture(),
                    line.person().language()));
        }
        if (line.onBehalfOf() != null) {
            who.add(words.forWhom(line.onBehalfOf()));
        }
        if (line.way() == CameBy.REMOTE) {
            who.add(new Span(words.text("forum.room.remote")));
        }
        boolean there = line.left() == null;
        ListItem row = new ListItem(
                who,
                Steps.button(
                        there ? Icon.SIGN_OUT : Icon.REPLY,
                        words.text(there ? "forum.room.gone" : "forum.room.back", line.name()),
                        true,
                        () -> acts.now(() -> tools.presence().mark(words.asker(), session, line.id(), !there))));
        if (!there) {
            row.addClassName("gone");
        }
        return row;
    }
}
