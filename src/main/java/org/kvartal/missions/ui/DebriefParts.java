package org.kvartal.missions.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.kvartal.kernel.House;
import org.kvartal.missions.MissionDesk;
import org.kvartal.missions.MissionPages;
import org.kvartal.missions.MissionState;
import org.kvartal.missions.Missions.GoalLine;
import org.kvartal.missions.Missions.MissionPage;
import org.kvartal.missions.Projects.FollowUpLine;
import org.kvartal.shell.StatusBadge;
import org.kvartal.shell.StatusBadge.Status;

/** What a mission is for and how much of it was reached, and the looks back on their days. */
@org.springframework.stereotype.Component
class DebriefParts {

    private static final int MOST = 1_000_000;
    private static final int DEBRIEF = 2;
    private static final int CALLS = 7;

    private final MissionDesk desk;
    private final House house;
    private final Clock clock;

    DebriefParts(MissionDesk desk, House house, Clock clock) {
        this.desk = desk;
        this.house = house;
        this.clock = clock;
    }

    List<Component> of(MissionPage page, Words words, Runnable again) {
        List<Component> parts = new ArrayList<>();
        if (!page.goals().isEmpty()) {
            parts.add(goals(page, words, again));
        }
        if (!page.followUps().isEmpty()) {
            parts.add(looks(page, words, again));
        }
        return parts;
    }

    private Section goals(MissionPage page, Words words, Runnable again) {
        Div place = new Div();
        place.addClassName("asking");
        boolean counts = page.mayCoordinate()
                && page.line().state() != MissionState.PLANNING
                && page.line().state() != MissionState.TERMINATED;
        UnorderedList rows = Pieces.rows();
        for (GoalLine goal : page.goals()) {
            boolean reached = goal.reached() >= goal.target();
            Div right = new Div();
            right.addClassName("line");
            if (counts) {
                Button count = new Button(
                        words.text("missions.app.trip-reach"),
                        _ -> reach(page, goal, words).open(place, again));
                count.setAriaLabel(words.text("missions.trip.reach-of", words.name(goal.text())));
                right.add(count);
            }
            rows.add(Pieces.row(
                    words.shown(goal.text()),
                    right,
                    new StatusBadge(
                            reached ? Status.DONE : Status.PLAIN,
                            words.text("missions.trip.reached", goal.reached(), goal.target()))));
        }
        return Pieces.part(words.text("missions.trip.goals"), rows, place);
    }

    private Ask reach(MissionPage page, GoalLine goal, Words words) {
        Ask ask = new Ask(words, "missions.reach." + page.line().code() + "." + goal.place(), "missions.app.save")
                .note(words.name(goal.text()));
        IntegerField reached = ask.number("reached", "missions.trip.field.reached", goal.reached(), 0, MOST);
        return ask.doing(() -> desk.reach(
                words.asker(),
                page.line().id(),
                page.line().version(),
                goal.place(),
                reached.getValue() == null ? -1 : reached.getValue()));
    }

    private Section looks(MissionPage page, Words words, Runnable again) {
        Div place = new Div();
        place.addClassName("asking");
        LocalDate today = house.day(clock.instant());
        UnorderedList rows = Pieces.rows();
        for (FollowUpLine look : page.followUps()) {
            rows.add(look(page, look, today, words, place, again));
        }
        Section part = Pieces.part(words.text("missions.trip.afterwards"), rows, place);
        if (page.mayCoordinate()) {
            Div acts = new Div(Pieces.button(
                    MissionPages.newProject(page.line().code()), words.text("missions.app.trip-project"), false));
            acts.addClassName("page-acts");
            part.add(acts);
        }
        return part;
    }

    private ListItem look(
            MissionPage page, FollowUpLine look, LocalDate today, Words words, Div place, Runnable again) {
        Div right = new Div();
        right.addClassName("line");
        boolean due = !look.due().isAfter(today);
        Component state;
        if (look.doneAt() != null) {
            state = new StatusBadge(Status.DONE, words.text("missions.trip.looked", words.day(look.doneAt())));
        } else {
            state = new StatusBadge(
                    due ? Status.LATE : Status.PLAIN, words.text("missions.trip.look-due", words.day(look.due())));
        }
        if (page.mayCoordinate() && look.doneAt() == null && due) {
            right.add(new Button(
                    words.text("missions.app.trip-look"),
                    _ -> settle(look, words).open(place, again)));
        }
        ListItem row = Pieces.row(new Span(name(look, words)), right, state);
        if (!look.words().isEmpty()) {
            Paragraph said = new Paragraph(look.words());
            said.addClassName("look-words");
            row.add(said);
        }
        return row;
    }

    private static String name(FollowUpLine look, Words words) {
        return switch (look.day()) {
            case DEBRIEF -> words.text("missions.trip.look-debrief");
            case CALLS -> words.text("missions.trip.look-calls");
            default -> words.text("missions.trip.look-after", look.day());
        };
    }

    private Ask settle(FollowUpLine look, Words words) {
        Ask ask = new Ask(words, "missions.look." + look.id(), "missions.app.save").note(name(look, words));
        TextArea found = ask.block("words", "missions.trip.field.found", "", true);
        return ask.doing(() -> desk.settle(words.asker(), look.id(), found.getValue()));
    }
}
