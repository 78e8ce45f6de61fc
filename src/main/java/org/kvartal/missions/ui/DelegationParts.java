package org.kvartal.missions.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.List;
import org.kvartal.kernel.Forbidden;
import org.kvartal.missions.MissionPages;
import org.kvartal.missions.MissionState;
import org.kvartal.missions.Missions.DelegationLine;
import org.kvartal.missions.Missions.MissionPage;
import org.kvartal.missions.Rosters;
import org.kvartal.missions.Rosters.EmergencyLine;
import org.kvartal.missions.Rosters.TravellerLine;
import org.kvartal.shell.MoreMenu;
import org.kvartal.shell.Notices;
import org.kvartal.shell.StatusBadge;
import org.kvartal.shell.StatusBadge.Status;

/** Who travels with a mission, and what they take along. A roster is read when it is opened. */
@org.springframework.stereotype.Component
class DelegationParts {

    private final Rosters rosters;
    private final DelegationActs acts;

    DelegationParts(Rosters rosters, DelegationActs acts) {
        this.rosters = rosters;
        this.acts = acts;
    }

    /** @param place where forms open */
    Component[] of(MissionPage page, Words words, Div place, Runnable again) {
        List<Component> parts = new ArrayList<>();
        parts.add(delegations(page, words, place, again));
        if (!page.slots().isEmpty()) {
            parts.add(prints(page, words));
        }
        if (page.emergencies() && page.line().travellers() > 0) {
            parts.add(emergencies(page, words));
        }
        return parts.toArray(Component[]::new);
    }

    private Section delegations(MissionPage page, Words words, Div place, Runnable again) {
        UnorderedList rows = Pieces.rows();
        for (DelegationLine line : page.delegations()) {
            rows.add(row(page, line, words, place, again));
        }
        Section part = Pieces.part(words.text("missions.trip.who-travels"));
        if (page.delegations().isEmpty()) {
            part.add(new Paragraph(words.text("missions.trip.no-delegations")));
        } else {
            part.add(rows);
        }
        if (page.mayCoordinate() && page.line().state().open()) {
            part.add(new Acts(words, place, again)
                    .also("trip-delegation", () -> acts.put(page, null, words))
                    .row());
        }
        return part;
    }

    private ListItem row(MissionPage page, DelegationLine line, Words words, Div place, Runnable again) {
        List<Component> facts = new ArrayList<>();
        if (line.filledAt() == null) {
            facts.add(new StatusBadge(Status.WAITING, words.text("missions.trip.nobody-yet")));
            if (line.invitedAt() != null) {
                facts.add(new Span(words.text("missions.trip.asked-on", words.moment(line.invitedAt()))));
            } else if (invites(page, line)) {
                facts.add(new Span(words.text("missions.trip.not-written")));
            }
        } else {
            facts.add(new StatusBadge(Status.DONE, words.text("missions.trip.travellers", line.travellers())));
            facts.add(new Span(words.moment(line.filledAt())));
        }
        if (!line.head().isEmpty()) {
            facts.add(new Span(line.head()));
        }
        if (line.party() != null && !words.name(line.party()).equals(line.name())) {
            facts.add(words.shown(line.party()));
        }
        Div right = new Div();
        right.addClassName("line");
        Div roster = new Div();
        roster.addClassName("roster");
        if (line.travellers() > 0 && line.names()) {
            Button names = new Button(words.text("missions.trip.names"), _ -> toggle(line, roster, words));
            names.setAriaLabel(words.text("missions.trip.names-of", line.name()));
            names.addThemeVariants(ButtonVariant.TERTIARY);
            right.add(names);
        }
        if (page.mayCoordinate() && page.line().state().open()) {
            if (invites(page, line) && waits(line)) {
                right.add(new Button(
                        words.text("missions.app.trip-invite"),
                        _ -> acts.invite(line, words).open(place, again)));
            }
            right.add(menu(page, line, words, place, again));
        }
        ListItem row = Pieces.row(new Span(line.name()), right, facts.toArray(Component[]::new));
        page.warnings().stream()
                .filter(one -> line.id().equals(one.delegation()))
                .forEach(
                        one -> row.add(new StatusBadge(Status.LATE, words.text("missions.trip.document", one.name()))));
        row.add(roster);
        return row;
    }

    private static boolean invites(MissionPage page, DelegationLine line) {
        return page.mayCoordinate() && line.link() && page.line().state() == MissionState.PLANNING;
    }

    /** Nobody has written to its head, and nobody has said who travels. */
    private static boolean waits(DelegationLine line) {
        return line.invitedAt() == null && line.filledAt() == null;
    }

    private Component menu(MissionPage page, DelegationLine line, Words words, Div place, Runnable again) {
        List<MoreMenu.Line> lines = new ArrayList<>();
        if (invites(page, line) && !waits(line)) {
            lines.add(new MoreMenu.Line(
                    words.text("missions.app.trip-invite"),
                    () -> acts.invite(line, words).open(place, again)));
        }
        lines.add(new MoreMenu.Line(
                words.text("missions.app.trip-fill"),
                () -> acts.fill(line, words).open(place, again)));
        lines.add(new MoreMenu.Line(
                words.text("missions.app.trip-delegation-edit"),
                () -> acts.put(page, line.id(), words).open(place, again)));
        lines.add(new MoreMenu.Line(
                words.text("missions.app.trip-delegation-drop"),
                () -> acts.drop(line, words).open(place, again)));
        return MoreMenu.of(words.text("missions.trip.more-of", line.name()), lines);
    }

    private void toggle(DelegationLine line, Div roster, Words words) {
        if (roster.getComponentCount() > 0) {
            roster.removeAll();
            return;
        }
        List<TravellerLine> all;
        try {
            all = rosters.of(words.asker(), line.id());
        } catch (Forbidden notTheirs) {
            Notices.problem(words.text("missions.trip.names-closed"));
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("travellers");
        for (TravellerLine one : all) {
            Div facts = new Div(new Span(words.of("part", one.content().part())));
            facts.addClassName("meta");
            fact(facts, one.content().role());
            fact(facts, one.content().languages());
            fact(facts, one.content().phone());
            fact(facts, one.content().email());
            fact(facts, one.content().needs());
            if (one.content().document() != null) {
                facts.add(new Span(words.text(
                        "missions.trip.document-until", words.day(one.content().document()))));
            }
            list.add(new ListItem(new Span(one.content().name()), facts));
        }
        roster.add(list);
    }

    private static void fact(Div facts, String text) {
        if (!text.isEmpty()) {
            facts.add(new Span(text));
        }
    }

    private static Section prints(MissionPage page, Words words) {
        String book = MissionPages.briefBook(page.line().code());
        UnorderedList list = new UnorderedList(new ListItem(print(book, words.text("missions.trip.brief"))));
        list.addClassName("trip-prints");
        if (page.delegations().size() > 1) {
            page.delegations()
                    .forEach(line -> list.add(new ListItem(
                            print(book + "?for=" + line.id(), words.text("missions.trip.brief-for", line.name())))));
        }
        return Pieces.part(words.text("missions.trip.to-take"), list);
    }

    static Anchor print(String path, String name) {
        Anchor link = new Anchor(path, name);
        link.setRouterIgnore(true);
        return link;
    }

    private Section emergencies(MissionPage page, Words words) {
        Div place = new Div();
        Button show = new Button(words.text("missions.trip.emergencies"), _ -> {
            place.removeAll();
            place.add(calls(rosters.emergencies(words.asker(), page.line().id()), words));
        });
        return Pieces.part(
                words.text("missions.trip.emergency"),
                new Paragraph(words.text("missions.trip.emergency-text", Rosters.PURGE_DAYS)),
                show,
                place);
    }

    private static Component calls(List<EmergencyLine> all, Words words) {
        if (all.isEmpty()) {
            return new Paragraph(words.text("missions.trip.no-emergencies"));
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("travellers");
        for (EmergencyLine one : all) {
            Div facts = new Div(
                    new Span(one.delegation()),
                    new Span(one.emergency().name()),
                    new Anchor(
                            "tel:" + one.emergency().phone().replaceAll("[^+0-9]", ""),
                            one.emergency().phone()));
            facts.addClassName("meta");
            list.add(new ListItem(new Span(one.traveller()), facts));
        }
        return list;
    }
}
