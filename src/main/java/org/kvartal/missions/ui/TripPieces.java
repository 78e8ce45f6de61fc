package org.kvartal.missions.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.missions.AgreementState;
import org.kvartal.missions.Agreements.AgreementLine;
import org.kvartal.missions.HostState;
import org.kvartal.missions.MissionPages;
import org.kvartal.missions.MissionState;
import org.kvartal.missions.Missions.MissionLine;
import org.kvartal.shell.StatusBadge;
import org.kvartal.shell.StatusBadge.Status;

/** Small pieces that the pages of missions and agreements show. */
final class TripPieces {

    private TripPieces() {}

    static StatusBadge badge(MissionState state, Words words) {
        Status status = switch (state) {
            case PLANNING, PAUSED, TERMINATED -> Status.PLAIN;
            case ROSTER_FIXED, ON_THE_ROAD, DEBRIEF -> Status.WAITING;
            case CONFIRMED, DONE -> Status.DONE;
        };
        return new StatusBadge(status, words.of("mission-state", state));
    }

    static StatusBadge badge(AgreementState state, Words words) {
        Status status = switch (state) {
            case DRAFT, EXPIRED, ENDED, RENEWED_BY -> Status.PLAIN;
            case SIGNED_PARTLY -> Status.WAITING;
            case SIGNED, IN_FORCE -> Status.DONE;
        };
        return new StatusBadge(status, words.of("agreement-state", state));
    }

    /** The same, with the day on which it will be in force. */
    static StatusBadge badge(AgreementLine line, Words words) {
        LocalDate starts = line.starts();
        return line.state() == AgreementState.SIGNED && starts != null
                ? new StatusBadge(Status.DONE, words.text("missions.deal.in-force-from", words.day(starts)))
                : badge(line.state(), words);
    }

    static StatusBadge badge(HostState state, Words words) {
        Status status = switch (state) {
            case NOT_ASKED -> Status.PLAIN;
            case ASKED -> Status.WAITING;
            case ACCEPTED -> Status.DONE;
            case MOVED, DECLINED -> Status.LATE;
        };
        return new StatusBadge(status, words.of("host-state", state));
    }

    /** From a day to another. */
    static String days(LocalDate first, LocalDate last, Words words) {
        return words.wording().days(first, last, words.language());
    }

    static ListItem mission(MissionLine line, Words words) {
        List<Component> facts = new ArrayList<>();
        facts.add(badge(line.state(), words));
        facts.add(new Span(words.of("kind", line.kind())));
        facts.add(new Span(days(line.starts(), line.ends(), words)));
        if (line.delegations() > 0) {
            facts.add(new Span(words.text("missions.trip.delegations", line.delegations())));
        }
        if (line.travellers() > 0) {
            facts.add(new Span(words.text("missions.trip.travellers", line.travellers())));
        }
        if (line.slots() > 0) {
            facts.add(new Span(words.text("missions.trip.visits", line.slots())));
        }
        if (line.waiting() > 0 && line.state().open()) {
            facts.add(new StatusBadge(Status.WAITING, words.text("missions.trip.hosts-waiting", line.waiting())));
        }
        return Pieces.row(
                title(MissionPages.mission(line.code()), line.title(), words),
                Pieces.code(line.code()),
                facts.toArray(Component[]::new));
    }

    static ListItem agreement(AgreementLine line, Words words) {
        List<Component> facts = new ArrayList<>();
        facts.add(badge(line, words));
        facts.add(new Span(words.of("agreement-kind", line.kind())));
        facts.add(new Span(line.parties().stream().map(words::name).collect(Collectors.joining(" – "))));
        term(line, words).ifPresent(facts::add);
        return Pieces.row(
                title(MissionPages.agreement(line.code()), line.title(), words),
                Pieces.code(line.code()),
                facts.toArray(Component[]::new));
    }

    /** How long an agreement lasts, as far as that was said and its badge does not say it already. */
    static Optional<Span> term(AgreementLine line, Words words) {
        LocalDate starts = line.starts();
        LocalDate ends = line.ends();
        if (starts == null || (ends == null && line.state() == AgreementState.SIGNED)) {
            return Optional.empty();
        }
        return Optional.of(new Span(
                ends == null ? words.text("missions.deal.since", words.day(starts)) : days(starts, ends, words)));
    }

    private static Anchor title(String path, LocalizedText title, Words words) {
        Anchor link = new Anchor(path, words.name(title));
        link.getElement().setAttribute("lang", title.shownIn(words.language()).code());
        return link;
    }
}
