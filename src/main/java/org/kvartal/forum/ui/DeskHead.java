package org.kvartal.forum.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.kvartal.calendar.Calendar;
import org.kvartal.forum.Agenda.AgendaDesk;
import org.kvartal.forum.Convening;
import org.kvartal.forum.ForumPages;
import org.kvartal.forum.Room;
import org.kvartal.forum.SessionState;
import org.kvartal.forum.Sessions;
import org.kvartal.forum.Sessions.SessionCard;
import org.kvartal.forum.Sessions.SessionPage;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.Places;
import org.kvartal.shell.Icon;
import org.kvartal.shell.Notices;
import org.kvartal.shell.PageHeading;
import org.kvartal.shell.ReasonSheet;
import org.kvartal.shell.ShellPages;
import org.kvartal.shell.StatusBadge;
import org.kvartal.shell.StatusBadge.Status;

/** What stands above an agenda that is being arranged: when and where, whether the time is enough, and the acts that concern the whole session. */
class DeskHead {

    private final Maker maker;
    private final Words words;
    private final Div place;
    private final Runnable again;

    /** Makes heads for pages. */
    @org.springframework.stereotype.Component
    static class Maker {

        private final Convening convening;
        private final Room room;
        private final Sessions sessions;
        private final SessionFacts facts;
        private final Places places;
        private final Calendar calendar;
        private final House house;

        Maker(
                Convening convening,
                Room room,
                Sessions sessions,
                SessionFacts facts,
                Places places,
                Calendar calendar,
                House house) {
            this.convening = convening;
            this.room = room;
            this.sessions = sessions;
            this.facts = facts;
            this.places = places;
            this.calendar = calendar;
            this.house = house;
        }

        /**
         * @param place where forms open
         * @param again reads the page anew
         */
        DeskHead make(Words words, Div place, Runnable again) {
            return new DeskHead(this, words, place, again);
        }
    }

    private DeskHead(Maker maker, Words words, Div place, Runnable again) {
        this.maker = maker;
        this.words = words;
        this.place = place;
        this.again = again;
    }

    Div of(AgendaDesk desk) {
        SessionCard session = desk.session();
        List<Component> facts = new ArrayList<>(maker.facts.of(session, maker.facts.cities(List.of(session)), words));
        if (!session.paper()) {
            facts.add(new Span(words.text("forum.items-until", words.day(session.itemsUntil()))));
        }
        PageHeading heading = new PageHeading(words.name(session.title()))
                .in(session.title().shownIn(words.language()))
                .kicker(
                        new Anchor(ShellPages.path(ForumPages.SESSIONS), words.text("forum.sessions")),
                        new Anchor(ForumPages.session(session.code()), session.code()))
                .facts(facts.toArray(Component[]::new))
                .acts(acts(session, desk.paper()).toArray(Component[]::new));
        Div whole = new Div(heading, budget(desk));
        whole.addClassName("desk-head");
        return whole;
    }

    private List<Component> acts(SessionCard session, boolean paper) {
        List<Component> acts = new ArrayList<>();
        boolean over = session.over(maker.facts.clock().instant());
        boolean draft = session.state() == SessionState.DRAFT;
        if (over && session.state() == SessionState.OPEN) {
            Anchor desk = new Anchor(ForumPages.desk(session.code()), words.text("forum.room.desk"));
            desk.addClassName("button");
            acts.add(desk);
        }
        if (session.state() == SessionState.CANCELLED || (over && !draft)) {
            return acts;
        }
        Button cancel = new Button(
                words.text("forum.app.cancel-session"),
                _ -> new ReasonSheet(
                                words,
                                "cancel " + session.id(),
                                words.text("forum.app.cancel-session-text"),
                                words.text("forum.app.cancel-session-send"),
                                reason ->
                                        maker.convening.cancel(words.asker(), session.id(), session.version(), reason))
                        .openIn(place, "forum.app.cancelled", again));
        cancel.addThemeVariants(ButtonVariant.TERTIARY);
        acts.add(cancel);
        acts.add(new Button(words.text("forum.app.move"), _ -> move(session)));
        if (draft && over && !paper) {
            acts.add(new Button(words.text("forum.room.was-held"), _ -> wasHeld(session)));
        } else if (draft) {
            acts.add(open(session, paper));
        }
        return acts;
    }

    /** @param held whether it has been held already, and is entered from paper */
    private Button open(SessionCard session, boolean held) {
        Button open = new Button(
                words.text("forum.app.open"),
                Icon.SEND.create(),
                _ -> new OpenForm(maker.convening, session, held, words).openIn(place, "forum.app.opened", again));
        open.addThemeVariants(ButtonVariant.PRIMARY);
        return open;
    }

    private void wasHeld(SessionCard session) {
        try {
            maker.room.enterFromPaper(words.asker(), session.id(), session.version());
            Notices.done(words.text("forum.room.was-held-done"));
        } catch (Refused refused) {
            Notices.problem(words.refusal(refused));
        }
        again.run();
    }

    private void move(SessionCard session) {
        String callLink = maker.sessions
                .find(words.asker(), session.code())
                .map(SessionPage::callLink)
                .orElse("");
        SessionForm.changing(
                        maker.convening,
                        session,
                        callLink,
                        maker.places,
                        new ClashNote(maker.calendar, words),
                        maker.house.zone(),
                        words)
                .openIn(place, "forum.app.saved", again);
    }

    /** "1 h 35 of 2 h, ends at 19:35", or how much too long it is. */
    private Div budget(AgendaDesk desk) {
        SessionCard session = desk.session();
        int over = desk.minutes() - session.minutes();
        LocalTime ends = session.starts().toLocalTime().plusMinutes(desk.minutes());
        Span sum = new Span(words.text("forum.app.desk.sum", desk.minutes(), session.minutes(), words.clock(ends)));
        sum.addClassName("number");
        Div line = new Div(sum);
        line.addClassName("budget");
        line.getElement().setAttribute("role", "status");
        if (over > 0) {
            line.addClassName("over");
            line.add(new StatusBadge(Status.LATE, words.text("forum.app.desk.over", over)));
        }
        return line;
    }
}
