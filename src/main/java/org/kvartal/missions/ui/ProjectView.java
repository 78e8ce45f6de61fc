package org.kvartal.missions.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Wording;
import org.kvartal.live.Rereading;
import org.kvartal.missions.Health;
import org.kvartal.missions.MissionPages;
import org.kvartal.missions.MissionTopics;
import org.kvartal.missions.ProjectLog;
import org.kvartal.missions.ProjectLog.LogList;
import org.kvartal.missions.Projects;
import org.kvartal.missions.Projects.ProjectLine;
import org.kvartal.missions.Projects.ProjectPage;
import org.kvartal.missions.Results;
import org.kvartal.missions.Results.Claim;
import org.kvartal.missions.Results.ResultLine;
import org.kvartal.shell.PageHeading;
import org.kvartal.shell.ShellPages;
import org.kvartal.trace.Step;
import org.kvartal.trace.Trace;
import org.kvartal.trace.TrailPart;

/** One project on one page: its stages above, what is late and next, the log as a diary, and beside it people, papers and results. */
@Route(MissionPages.PROJECTS + "/:code(" + MissionPages.PROJECT_CODE + ")")
@PermitAll
@StyleSheet("context://missions/missions.css")
class ProjectView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Projects projects;
    private final ProjectLog log;
    private final Results results;
    private final Trace trace;
    private final ProjectParts parts;
    private final Words words;
    private final Rereading.Watch watch;
    private final Div head = new Div();
    private final Div place = new Div();
    private final Div strip = new Div();
    private final Div due = new Div();
    private final Div side = new Div();
    private final Div reporting = new Div();
    private final Div foot = new Div();
    private final LogPart diary;
    private final ProjectPlanPart plan;
    private String code = "";
    private String title = "";
    private @Nullable Read shown;

    ProjectView(
            Projects projects,
            ProjectLog log,
            Results results,
            Trace trace,
            ProjectParts parts,
            Rereading rereading,
            Messages messages,
            Wording wording,
            CurrentReader currentReader) {
        this.projects = projects;
        this.log = log;
        this.results = results;
        this.trace = trace;
        this.parts = parts;
        this.words = new Words(messages, wording, currentReader.get());
        this.watch = rereading.watch(this);
        this.diary = new LogPart(log, parts.logActs(), words, this::again);
        this.plan = new ProjectPlanPart(parts.planActs(), parts.gateActs(), words, this::again);
        addClassNames("view", "wide");
        place.addClassName("asking");
        due.addClassName("project-due");
        reporting.addClassName("asking");
    }

    private record Read(ProjectPage page, LogList log, List<ResultLine> results, List<Step> trail) {}

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        code = event.getRouteParameters().get("code").orElseThrow(NotFound::new);
        Read read = read();
        watch.on(List.of(MissionTopics.of(read.page().line().id())), this::read, this::news);
        removeAll();
        Div beside = new Div(side, reporting);
        beside.addClassName("project-side");
        Div project = new Div(due, diary, beside);
        project.addClassName("project");
        add(head, place, strip, project, plan, foot);
        show(read);
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private Read read() {
        ProjectPage page = projects.find(words.asker(), code).orElseThrow(NotFound::new);
        return new Read(
                page,
                log.rows(words.asker(), page.line().id(), null, LogPart.SHOWN),
                results.of(words.asker(), new Claim.OfProject(page.line().id())),
                trace.walk(words.asker(), page.line().id().traced(), words.language()));
    }

    /** What looks as before is left alone: somebody may be pressing something on it. */
    private void news(Read read) {
        if (!read.equals(shown)) {
            show(read);
        }
    }

    private void again() {
        show(read());
    }

    private void show(Read read) {
        shown = read;
        ProjectPage page = read.page();
        title = code + " · " + words.name(page.line().title());
        Acts acts = acts();
        parts.acts().into(acts, page);
        head.removeAll();
        head.add(acts.beside(heading(page)));
        if (page.content().goal() != null) {
            head.add(Pieces.prose(page.content().goal(), words));
        }
        if (!page.reason().isEmpty()) {
            head.add(Pieces.part(words.text("missions.project.why"), Pieces.prose(page.reason(), words.language())));
        }
        if (!page.unsigned().isEmpty()) {
            head.add(ProjectPieces.unsigned(page, words));
        }
        strip.removeAll();
        strip.add(ProjectStages.strip(page.stages(), words));
        due.removeAll();
        due.add(parts.due().of(page, words, this::again));
        diary.show(page, read.log());
        side.removeAll();
        parts.side().into(side, page, this::acts, this::again);
        parts.results().into(side, page, read.results(), () -> new Acts(words, reporting, this::again));
        plan.show(page);
        foot.removeAll();
        foot.add(new TrailPart(read.trail(), words.wording(), words.reader()));
        watch.shown();
    }

    private Acts acts() {
        return new Acts(words, place, this::again);
    }

    private PageHeading heading(ProjectPage page) {
        ProjectLine line = page.line();
        List<Component> facts = new ArrayList<>();
        facts.add(ProjectPieces.badge(line.state(), words));
        if (line.health() != Health.WELL) {
            facts.add(ProjectPieces.badge(line.health(), words));
        }
        facts.add(words.shown(line.client()));
        facts.add(new Span(words.day(line.starts()) + " – " + words.day(line.ends())));
        facts.add(new Span(ProjectPieces.lastContact(line, words)));
        facts.add(new Span(words.text(
                "missions.project.hours-of",
                ProjectPieces.hours(line.minutes(), words),
                ProjectPieces.hours(page.confirmed(), words))));
        return new PageHeading(words.name(line.title()))
                .in(line.title().shownIn(words.language()))
                .kicker(
                        new Anchor(ShellPages.path(MissionPages.PROJECTS), words.text("missions.project.mine")),
                        new Span(code))
                .facts(facts.toArray(Component[]::new));
    }
}
