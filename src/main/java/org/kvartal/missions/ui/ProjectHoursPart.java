package org.kvartal.missions.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicReference;
import org.kvartal.kernel.House;
import org.kvartal.missions.Projects;
import org.kvartal.shell.DayField;
import org.kvartal.shell.Icon;
import org.springframework.stereotype.Component;

/** Hours and results of some days, to be taken away as a table or printed. */
@Component
class ProjectHoursPart {

    private static final String CSV = "text/csv; charset=UTF-8";
    private static final String PDF = "application/pdf";

    private final Projects projects;
    private final House house;
    private final Clock clock;

    ProjectHoursPart(Projects projects, House house, Clock clock) {
        this.projects = projects;
        this.house = house;
        this.clock = clock;
    }

    /** The files are asked for outside the page's turn, so the days stand apart from their fields. */
    private record Days(LocalDate first, LocalDate last) {

        String name(String extension) {
            return "hours-" + first + "-" + last + "." + extension;
        }
    }

    Section of(Words words) {
        LocalDate today = house.day(clock.instant());
        AtomicReference<Days> days = new AtomicReference<>(new Days(today.withDayOfYear(1), today));
        DayField first = new DayField(words.text("missions.project.hours-first"), words.language());
        DayField last = new DayField(words.text("missions.project.hours-last"), words.language());
        first.setValue(days.get().first());
        last.setValue(days.get().last());
        Runnable chosen = () -> {
            LocalDate from = first.getValue() == null ? today.withDayOfYear(1) : first.getValue();
            LocalDate until = last.getValue() == null ? today : last.getValue();
            boolean backwards = until.isBefore(from);
            last.setErrorMessage(words.text("missions.refused.ends-first"));
            last.setInvalid(backwards);
            days.set(new Days(from, backwards ? from : until));
        };
        first.addValueChangeListener(_ -> chosen.run());
        last.addValueChangeListener(_ -> chosen.run());
        Div fields = new Div(
                first,
                last,
                file(words.text("missions.project.hours-pdf"), event -> {
                    Days wanted = days.get();
                    event.setFileName(wanted.name("pdf"));
                    event.setContentType(PDF);
                    event.getOutputStream()
                            .write(projects.hoursSheet(words.asker(), wanted.first(), wanted.last(), words.language()));
                }),
                file(words.text("missions.project.hours-csv"), event -> {
                    Days wanted = days.get();
                    event.setFileName(wanted.name("csv"));
                    event.setContentType(CSV);
                    event.getOutputStream()
                            .write(projects.hoursTable(words.asker(), wanted.first(), wanted.last(), words.language()));
                }));
        fields.addClassNames("line", "project-export");
        return Pieces.part(
                words.text("missions.project.hours-title"),
                new Paragraph(words.text("missions.project.hours-text")),
                fields);
    }

    private static Anchor file(String name, DownloadHandler content) {
        Anchor file = new Anchor(content, "");
        file.add(Icon.FILE.small(), new Span(name));
        file.addClassName("button");
        file.getElement().setAttribute("download", true);
        return file;
    }
}
