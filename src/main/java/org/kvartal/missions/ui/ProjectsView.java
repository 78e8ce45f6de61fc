package org.kvartal.missions.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Wording;
import org.kvartal.live.Rereading;
import org.kvartal.missions.MissionPages;
import org.kvartal.missions.MissionRights;
import org.kvartal.missions.MissionTopics;
import org.kvartal.missions.ProjectState;
import org.kvartal.missions.Projects;
import org.kvartal.missions.Projects.ListKey;
import org.kvartal.missions.Projects.ProjectFilter;
import org.kvartal.missions.Projects.ProjectList;
import org.kvartal.shell.EmptyState;
import org.kvartal.shell.GoTo;
import org.kvartal.shell.PageHeading;
import org.kvartal.shell.ShellPages;

/** The projects that one has to do with, a line each; whoever oversees all sees how all of them are, and takes hours and results away. */
@Route(MissionPages.PROJECTS)
@Menu(title = "missions.project.menu", order = 42, icon = "list")
@GoTo("p")
@PermitAll
@StyleSheet("context://missions/missions.css")
class ProjectsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int SHOWN = 50;

    /** What the address says of the list. */
    private static final String WHOSE = "whose";

    private static final String SHOW = "show";
    private static final String ALL = "all";

    /** Stretches of the list: what is under way, what nobody has met for long, what is over. */
    private enum Stretch {
        RUNNING("", Set.of(ProjectState.RUNNING, ProjectState.CLOSING, ProjectState.PAUSED)),
        SILENT("silent", Set.of()),
        OVER(
                "over",
                Set.of(ProjectState.COMPLETED, ProjectState.FOLLOW_UP, ProjectState.ARCHIVED, ProjectState.TERMINATED));

        private final String address;

        @SuppressWarnings("ImmutableEnumChecker") // Set.of makes one that nobody changes
        private final Set<ProjectState> states;

        Stretch(String address, Set<ProjectState> states) {
            this.address = address;
            this.states = states;
        }

        static Stretch of(String address) {
            return List.of(values()).stream()
                    .filter(one -> one.address.equals(address))
                    .findFirst()
                    .orElse(RUNNING);
        }

        ProjectFilter filter(boolean own) {
            return new ProjectFilter(states, own, this == SILENT);
        }
    }

    private final Projects projects;
    private final ProjectHoursPart hours;
    private final Permissions permissions;
    private final Words words;
    private final Rereading.Watch watch;
    private final Div body = new Div();
    private boolean own;
    private boolean all;
    private Stretch stretch = Stretch.RUNNING;

    ProjectsView(
            Projects projects,
            ProjectHoursPart hours,
            Permissions permissions,
            Rereading rereading,
            Messages messages,
            Wording wording,
            CurrentReader currentReader) {
        this.projects = projects;
        this.hours = hours;
        this.permissions = permissions;
        this.words = new Words(messages, wording, currentReader.get());
        this.watch = rereading.watch(this);
        addClassNames("view", "wide");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters asked = event.getLocation().getQueryParameters();
        boolean oversees = permissions.has(words.asker(), MissionRights.OVERSEE, Scope.PLATFORM);
        all = oversees && asked.getSingleParameter(WHOSE).orElse("").equals(ALL);
        own = oversees && !all;
        stretch = Stretch.of(asked.getSingleParameter(SHOW).orElse(""));
        removeAll();
        PageHeading heading = new PageHeading(getPageTitle()).lead(words.text("missions.project.lead"));
        if (projects.mayBegin(words.asker())) {
            heading.acts(
                    Pieces.button(ShellPages.path(MissionPages.NEW_PROJECT), words.text("missions.project.new"), true));
        }
        add(heading, tabs(oversees), body);
        if (all) {
            add(hours.of(words));
        }
        watch.on(List.of(MissionTopics.ALL), this::read, this::show);
        show(read());
    }

    @Override
    public String getPageTitle() {
        return words.text(all ? "missions.project.all" : "missions.project.mine");
    }

    private Nav tabs(boolean oversees) {
        Div stretches = new Div();
        stretches.addClassName("chips");
        for (Stretch one : Stretch.values()) {
            stretches.add(tab(words.of("project.stretch", one), address(own, one), one == stretch));
        }
        Nav tabs = new Nav();
        tabs.setAriaLabel(words.text("missions.project.which"));
        tabs.addClassName("between");
        if (oversees) {
            Div whose = new Div(
                    tab(words.text("missions.project.whose-mine"), address(true, stretch), own),
                    tab(words.text("missions.project.whose-all"), address(false, stretch), !own));
            whose.addClassName("chips");
            tabs.add(whose);
        }
        tabs.add(stretches);
        return tabs;
    }

    private String address(boolean mine, Stretch which) {
        boolean all = !mine && permissions.has(words.asker(), MissionRights.OVERSEE, Scope.PLATFORM);
        String asked = (all ? WHOSE + "=" + ALL : "")
                + (all && !which.address.isEmpty() ? "&" : "")
                + (which.address.isEmpty() ? "" : SHOW + "=" + which.address);
        return ShellPages.path(MissionPages.PROJECTS) + (asked.isEmpty() ? "" : "?" + asked);
    }

    private static Anchor tab(String name, String path, boolean here) {
        Anchor tab = new Anchor(path, name);
        tab.addClassName("chip");
        if (here) {
            tab.getElement().setAttribute("aria-current", "page");
        }
        return tab;
    }

    private ProjectList read() {
        return projects.list(words.asker(), stretch.filter(own), null, SHOWN);
    }

    private void show(ProjectList list) {
        body.removeAll();
        if (list.projects().isEmpty()) {
            body.add(nothing());
            return;
        }
        UnorderedList rows = new UnorderedList();
        rows.addClassName("project-rows");
        list.projects().forEach(line -> rows.add(ProjectPieces.line(line, words)));
        Div older = new Div();
        older.addClassName("older");
        more(list.next(), rows, older);
        body.add(rows, older);
        watch.shown();
    }

    private EmptyState nothing() {
        if (stretch != Stretch.RUNNING) {
            return new EmptyState(
                    words.text("missions.project.none-such"), words.text("missions.project.none-such-text"));
        }
        boolean begins = projects.mayBegin(words.asker());
        EmptyState empty = new EmptyState(
                words.text("missions.project.none"),
                words.text(begins ? "missions.project.none-office" : "missions.project.none-text"));
        return begins
                ? empty.offer(Pieces.button(
                        ShellPages.path(MissionPages.NEW_PROJECT), words.text("missions.project.new"), false))
                : empty;
    }

    private void more(@Nullable ListKey key, UnorderedList rows, Div older) {
        older.removeAll();
        if (key != null) {
            older.add(new Button(words.text("missions.project.older"), _ -> {
                ProjectList next = projects.list(words.asker(), stretch.filter(own), key, SHOWN);
                next.projects().forEach(line -> rows.add(ProjectPieces.line(line, words)));
                more(next.next(), rows, older);
            }));
        }
    }
}
