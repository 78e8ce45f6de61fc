package org.kvartal.forum.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import org.kvartal.forum.Presence.HandLine;
import org.kvartal.forum.Room.DeskPage;
import org.kvartal.forum.SessionId;
import org.kvartal.shell.Icon;
import org.kvartal.shell.PersonChip;
import org.kvartal.shell.Shortcut;

/** The room at the right of the desk: who wants to speak, who is there, whether that is enough. */
class DeskSide extends Section {

    private final RoomTools tools;
    private final RoomActs acts;
    private final Words words;
    private final Div hands = new Div();
    private final PresentPart present;
    private final Drawn drawnHands = new Drawn();

    DeskSide(RoomTools tools, RoomActs acts, Words words) {
        this.tools = tools;
        this.acts = acts;
        this.words = words;
        present = new PresentPart(tools, acts, words);
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
        present.show(page);
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
}
