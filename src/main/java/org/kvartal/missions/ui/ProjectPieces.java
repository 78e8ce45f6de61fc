package org.kvartal.missions.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.PersonCard;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.missions.Health;
import org.kvartal.missions.LogState;
import org.kvartal.missions.MissionPages;
import org.kvartal.missions.ProjectState;
import org.kvartal.missions.Projects.ProjectLine;
import org.kvartal.missions.Projects.ProjectPage;
import org.kvartal.missions.Results.ResultState;
import org.kvartal.missions.StageState;
import org.kvartal.shell.PersonChip;
import org.kvartal.shell.StatusBadge;
import org.kvartal.shell.StatusBadge.Status;

/** Small pieces that the pages of projects show. */
final class ProjectPieces {

    private static final int HOUR = 60;

    private ProjectPieces() {}

    static StatusBadge badge(ProjectState state, Words words) {
        Status status = switch (state) {
            case RUNNING, CLOSING, FOLLOW_UP -> Status.WAITING;
            case COMPLETED -> Status.DONE;
            case PAUSED, ARCHIVED, TERMINATED -> Status.PLAIN;
        };
        return new StatusBadge(status, words.of("state", state));
    }

    static StatusBadge badge(Health health, Words words) {
        return new StatusBadge(health == Health.WELL ? Status.DONE : Status.LATE, words.of("health", health));
    }

    static StatusBadge badge(StageState state, Words words) {
        Status status = switch (state) {
            case AHEAD -> Status.PLAIN;
            case CURRENT, AT_GATE -> Status.WAITING;
            case DONE -> Status.DONE;
            case STOPPED -> Status.LATE;
        };
        return new StatusBadge(status, words.of("stage-state", state));
    }

    static StatusBadge badge(LogState state, Words words) {
        Status status = switch (state) {
            case NOTED -> Status.PLAIN;
            case WAITING -> Status.WAITING;
            case DISPUTED -> Status.LATE;
            case CONFIRMED, ASSUMED -> Status.DONE;
        };
        return new StatusBadge(status, words.of("log-state", state));
    }

    static StatusBadge badge(ResultState state, Words words) {
        Status status = switch (state) {
            case REPORTED -> Status.WAITING;
            case VERIFIED -> Status.DONE;
            case REJECTED -> Status.LATE;
        };
        return new StatusBadge(status, words.of("result-state", state));
    }

    /** How a project is: whatever is worse than that it runs. */
    static StatusBadge standing(ProjectLine line, Words words) {
        return line.health() == Health.WELL ? badge(line.state(), words) : badge(line.health(), words);
    }

    /** Hours and minutes as on a clock: {@code 12:30 h}. */
    static String hours(long minutes, Words words) {
        return words.text("missions.project.hours", "%d:%02d".formatted(minutes / HOUR, minutes % HOUR));
    }

    static PersonChip chip(PersonCard person) {
        return new PersonChip(person.id(), person.name(), person.picture(), person.language());
    }

    static Span label(String words) {
        Span label = new Span(words);
        label.addClassName("fact-label");
        return label;
    }

    static ListItem line(ProjectLine line, Words words) {
        Anchor title = new Anchor(MissionPages.project(line.code()), words.name(line.title()));
        title.getElement()
                .setAttribute("lang", line.title().shownIn(words.language()).code());
        Div name = new Div(title);
        name.addClassName("row-title");
        Div about = new Div(Pieces.code(line.code()), words.shown(line.client()));
        about.addClassName("meta");
        PersonCard consultant = line.consultant();
        if (consultant != null) {
            about.add(new Span(consultant.name()));
        }
        Div what = new Div(name, about);
        what.addClassName("project-what");
        ListItem row = new ListItem(what, now(line, words), contact(line, words));
        row.addClassName("project-row");
        if (line.health() == Health.SILENT) {
            row.addClassName("silent");
        }
        return row;
    }

    private static Div now(ProjectLine line, Words words) {
        List<Component> facts = new ArrayList<>();
        facts.add(standing(line, words));
        LocalizedText stage = line.stage();
        if (stage != null) {
            facts.add(words.shown(stage));
        }
        if (line.overdue() > 0) {
            facts.add(new StatusBadge(Status.LATE, words.text("missions.project.overdue", line.overdue())));
        }
        Div now = new Div(facts.toArray(Component[]::new));
        now.addClassName("meta");
        Div place = new Div(now);
        place.addClassName("project-now");
        if (line.next() != null) {
            Div next = new Div(
                    // What is due first is what is late, where anything is.
                    label(words.text(line.overdue() > 0 ? "missions.project.late" : "missions.project.next")),
                    words.shown(line.next().text()),
                    new Span(words.day(line.next().due())));
            next.addClassName("meta");
            place.add(next);
        }
        return place;
    }

    private static Div contact(ProjectLine line, Words words) {
        Span last = new Span(lastContact(line, words));
        last.addClassName("project-contact");
        Div numbers = new Div(last, new Span(hours(line.minutes(), words)));
        numbers.addClassNames("project-numbers", "number");
        return numbers;
    }

    static String lastContact(ProjectLine line, Words words) {
        return line.lastContact() == null
                ? words.text("missions.project.never-met")
                : words.text("missions.project.last-met", words.day(line.lastContact()));
    }

    /** At which gates the client's word is missing. */
    static Paragraph unsigned(ProjectPage page, Words words) {
        Paragraph missing = new Paragraph(words.text(
                page.line().state() == ProjectState.TERMINATED
                        ? "missions.project.unsigned-stop"
                        : "missions.project.unsigned",
                page.unsigned().stream().map(stage -> words.name(stage.title())).collect(Collectors.joining(", "))));
        missing.addClassNames("notice", "waiting");
        return missing;
    }

    /** The wording of a text that may be missing. */
    static String name(@Nullable LocalizedText text, Words words) {
        return text == null ? "" : words.name(text);
    }
}
