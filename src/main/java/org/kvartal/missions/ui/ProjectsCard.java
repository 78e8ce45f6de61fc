package org.kvartal.missions.ui;

import com.vaadin.flow.component.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Reader;
import org.kvartal.kernel.Wording;
import org.kvartal.missions.Health;
import org.kvartal.missions.MissionPages;
import org.kvartal.missions.ProjectState;
import org.kvartal.missions.Projects;
import org.kvartal.missions.Projects.ProjectFilter;
import org.kvartal.missions.Projects.ProjectLine;
import org.kvartal.shell.Card;
import org.kvartal.shell.HomeCard;
import org.kvartal.shell.RowList;
import org.kvartal.shell.ShellPages;

/** The projects that a consultant leads and what comes next in each, on Today. */
@org.springframework.stereotype.Component
class ProjectsCard implements HomeCard {

    private static final int SHOWN = 4;
    private static final ProjectFilter LED =
            new ProjectFilter(Set.of(ProjectState.RUNNING, ProjectState.CLOSING), true, false);

    private final Projects projects;
    private final Messages messages;
    private final Wording wording;

    ProjectsCard(Projects projects, Messages messages, Wording wording) {
        this.projects = projects;
        this.messages = messages;
        this.wording = wording;
    }

    @Override
    public Column column() {
        return Column.NEXT;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public Optional<Component> card(Reader reader) {
        List<ProjectLine> led = projects.list(reader.asker(), LED, null, SHOWN).projects();
        if (led.isEmpty()) {
            return Optional.empty();
        }
        Words words = new Words(messages, wording, reader);
        return Optional.of(new Card(words.text("missions.project.home"))
                .more(ShellPages.path(MissionPages.PROJECTS), words.text("missions.project.home-all"))
                .hold(new RowList(led.stream().map(line -> row(line, words)).toList())));
    }

    private static RowList.Row row(ProjectLine line, Words words) {
        List<String> facts = new ArrayList<>();
        if (line.health() == Health.SILENT || line.health() == Health.DISPUTED) {
            facts.add(words.of("health", line.health()));
        }
        if (line.overdue() > 0) {
            facts.add(words.text("missions.project.overdue", line.overdue()));
        }
        if (line.next() != null) {
            facts.add(words.name(line.next().text()));
            facts.add(words.day(line.next().due()));
        } else if (line.stage() != null) {
            facts.add(words.name(line.stage()));
        }
        return new RowList.Row(
                MissionPages.project(line.code()),
                words.name(line.title()),
                line.title().shownIn(words.language()).code(),
                false,
                facts,
                null);
    }
}
