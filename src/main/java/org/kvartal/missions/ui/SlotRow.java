package org.kvartal.missions.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.kvartal.alliance.AlliancePages;
import org.kvartal.alliance.EntryCard;
import org.kvartal.files.FilePages;
import org.kvartal.files.StoredFile;
import org.kvartal.kernel.Code;
import org.kvartal.missions.HostState;
import org.kvartal.missions.Itinerary.HostWish;
import org.kvartal.missions.Itinerary.SlotContent;
import org.kvartal.missions.Itinerary.SlotLine;
import org.kvartal.missions.TripWarning;
import org.kvartal.missions.ui.ItineraryParts.Sheet;
import org.kvartal.shell.FileDrop;
import org.kvartal.shell.Icon;
import org.kvartal.shell.MoreMenu;
import org.kvartal.shell.StatusBadge;
import org.kvartal.shell.StatusBadge.Status;

/** A visit on the day sheet: when, where, what for and who, what the host has said, and what can hardly be meant. */
class SlotRow extends ListItem {

    private static final Duration STEP = Duration.ofMinutes(15);

    private final Sheet sheet;
    private final Words words;
    private final SlotLine slot;
    private final SlotContent content;
    private final SlotActs acts;

    SlotRow(Sheet sheet, SlotLine slot, SlotActs acts) {
        this.sheet = sheet;
        this.words = sheet.words();
        this.slot = slot;
        this.content = slot.content();
        this.acts = acts;
        addClassName("visit");
        setId("visit-" + slot.id());
        add(time(), what());
        if (sheet.writes()) {
            add(buttons());
        }
    }

    private Div time() {
        boolean allDay =
                content.starts().equals(LocalTime.MIDNIGHT) && content.ends().equals(LocalTime.MIDNIGHT);
        Span clock = new Span(
                allDay ? words.text("missions.trip.all-day") : clock(content.starts()) + "–" + clock(content.ends()));
        clock.addClassName("visit-clock");
        Div time = new Div(clock);
        time.addClassName("visit-time");
        if (!content.zone().equals(sheet.page().content().zone())) {
            Span zone = new Span(
                    words.text("missions.trip.clock-of", words.wording().city(content.zone(), words.language())));
            zone.addClassName("meta");
            time.add(zone);
        }
        return time;
    }

    private String clock(LocalTime time) {
        return words.wording().clock(time);
    }

    private Div what() {
        Div what = new Div();
        what.addClassName("visit-what");
        Span purpose = new Span(content.purpose());
        purpose.addClassName("row-title");
        what.add(purpose, place());
        line(what, "missions.trip.who", who());
        line(what, "missions.trip.transport", content.transport());
        if (!content.note().isEmpty()) {
            content.note().lines().map(Paragraph::new).forEach(what::add);
        }
        if (content.host() != null) {
            what.add(host());
        }
        if (sheet.writes()) {
            next(what);
        }
        if (!slot.papers().isEmpty()) {
            what.add(papers());
        }
        sheet.warnings()
                .getOrDefault(slot.id(), List.of())
                .forEach(one -> what.add(new StatusBadge(Status.LATE, warning(one))));
        return what;
    }

    private Div place() {
        Div place = new Div();
        place.addClassName("meta");
        EntryCard entry = slot.entry();
        if (entry != null) {
            Anchor link = new Anchor(
                    "/" + words.language().code() + AlliancePages.inPublic(entry.slug()), words.name(entry.names()));
            link.setRouterIgnore(true);
            place.add(link);
        }
        if (!content.place().isEmpty()) {
            place.add(new Span(content.place()));
        }
        return place;
    }

    private String who() {
        return content.who().isEmpty()
                ? ""
                : content.who().stream()
                        .map(sheet.delegations()::get)
                        .filter(Objects::nonNull)
                        .sorted()
                        .collect(Collectors.joining(", "));
    }

    private void line(Div what, String key, String value) {
        if (!value.isEmpty()) {
            Div line = new Div(new Span(words.text(key, value)));
            line.addClassName("meta");
            what.add(line);
        }
    }

    private Div host() {
        Div host = new Div();
        host.addClassName("visit-host");
        Div facts = new Div(
                new Span(words.text(
                        "missions.trip.host",
                        Objects.requireNonNull(content.host()).name())),
                TripPieces.badge(slot.host(), words));
        facts.addClassName("meta");
        host.add(facts);
        HostWish wish = slot.wish();
        if (wish != null) {
            host.add(new Paragraph(
                    words.text("missions.trip.wish", words.day(wish.day()), clock(wish.starts()), clock(wish.ends()))));
        }
        if (!slot.said().isEmpty()) {
            Paragraph said = new Paragraph(slot.said());
            said.addClassName("said");
            host.add(said);
        }
        return host;
    }

    private Div papers() {
        Div papers = new Div();
        papers.addClassNames("meta", "papers");
        for (StoredFile file : slot.papers()) {
            Anchor link = new Anchor(FilePages.file(file.id()), file.name());
            link.setRouterIgnore(true);
            papers.add(link);
            if (sheet.writes()) {
                Button remove = new Button(Icon.CLOSE.create());
                remove.setAriaLabel(words.text("missions.trip.remove-paper", file.name()));
                remove.addClassNames("step", "icon-button");
                remove.addClickListener(_ -> acts.removePaper(slot, file, words).open(sheet.place(), sheet.again()));
                papers.add(remove);
            }
        }
        return papers;
    }

    /** In plain words, with the other visit that it is about. */
    private String warning(TripWarning one) {
        SlotLine other = one.other() == null ? null : sheet.slots().get(one.other());
        String text = words.text("missions.warning." + Code.of(one.kind()), one.minutes());
        return other == null
                ? text
                : words.text(
                        "missions.trip.warning-with",
                        text,
                        other.content().purpose(),
                        clock(other.content().starts()) + "–"
                                + clock(other.content().ends()));
    }

    private Div buttons() {
        Div buttons = new Div();
        buttons.addClassNames("line", "visit-acts");
        buttons.add(move("earlier", STEP.negated()), move("later", STEP), menu());
        return buttons;
    }

    private void next(Div what) {
        if (slot.host() == HostState.MOVED) {
            what.add(new Button(
                    words.text("missions.app.trip-take"),
                    _ -> acts.take(slot, words).open(sheet.place(), sheet.again())));
        } else if (slot.host() == HostState.NOT_ASKED
                && content.host() != null
                && !content.host().email().isEmpty()) {
            what.add(new Button(
                    words.text("missions.app.trip-ask"),
                    _ -> acts.ask(slot, words).open(sheet.place(), sheet.again())));
        }
    }

    private Button move(String which, Duration by) {
        Button button = new Button(words.text("missions.trip." + which + "-short"));
        button.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
        button.setId(which + "-" + slot.id());
        button.setAriaLabel(words.text("missions.trip." + which, content.purpose()));
        button.addClickListener(_ -> shift(by, 0, which));
        return button;
    }

    /** Whom nobody has asked yet is moved at once; a host who was asked has to be asked anew. */
    private void shift(Duration by, int days, String which) {
        SlotContent moved = SlotActs.moved(content, by, days);
        if (moved == null) {
            return;
        }
        if (slot.host() == HostState.NOT_ASKED) {
            acts.move(sheet.page(), slot, moved, words);
            sheet.again().run();
            // The row was made anew: one goes on at the same button.
            UI.getCurrent()
                    .getPage()
                    .executeJs("setTimeout(() => document.getElementById($0)?.focus())", which + "-" + slot.id());
        } else {
            acts.sureMove(sheet.page(), slot, moved, words).open(sheet.place(), sheet.again());
        }
    }

    private Component menu() {
        List<MoreMenu.Line> lines = new ArrayList<>();
        line(lines, "trip-visit-edit", () -> acts.put(sheet.page(), slot, words));
        if (content.host() != null) {
            if (slot.host() != HostState.NOT_ASKED
                    && slot.host().next().contains(HostState.ASKED)
                    && !content.host().email().isEmpty()) {
                line(lines, "trip-ask-again", () -> acts.ask(slot, words));
            }
            if (slot.host().next().contains(HostState.ACCEPTED)) {
                line(lines, "trip-accepted", () -> acts.record(slot, true, words));
            }
            if (slot.host().next().contains(HostState.DECLINED)) {
                line(lines, "trip-declined", () -> acts.record(slot, false, words));
            }
        }
        lines.add(
                new MoreMenu.Line(words.text("missions.trip.day-earlier"), () -> shift(Duration.ZERO, -1, "earlier")));
        lines.add(new MoreMenu.Line(words.text("missions.trip.day-later"), () -> shift(Duration.ZERO, 1, "later")));
        lines.add(new MoreMenu.Line(words.text("missions.app.trip-paper"), this::upload));
        line(lines, "trip-visit-drop", () -> acts.drop(slot, words));
        return MoreMenu.of(words.text("missions.trip.more-of", content.purpose()), lines);
    }

    private void line(List<MoreMenu.Line> lines, String what, Supplier<Ask> form) {
        lines.add(new MoreMenu.Line(
                words.text("missions.app." + what), () -> form.get().open(sheet.place(), sheet.again())));
    }

    private void upload() {
        sheet.place().removeAll();
        FileDrop drop = new FileDrop(new Button(words.text("missions.app.trip-paper")), (name, bytes) -> {
            acts.attach(slot, name, bytes, words);
            return () -> {
                sheet.place().removeAll();
                sheet.again().run();
            };
        });
        sheet.place().add(new Paragraph(words.text("missions.trip.paper-for", content.purpose())), drop);
    }
}
