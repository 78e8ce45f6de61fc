package org.kvartal.missions.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Wording;
import org.kvartal.missions.MissionPages;
import org.kvartal.missions.MissionRights;
import org.kvartal.missions.ProjectDesk;
import org.kvartal.missions.ProjectId;
import org.kvartal.missions.ProjectSource.Source;
import org.kvartal.missions.Projects;
import org.kvartal.shell.PageHeading;
import org.kvartal.shell.ShellPages;

/** Where a project is begun; {@code of} names what it comes from: a recommendation, an agreement, a mission. */
@Route(MissionPages.NEW_PROJECT)
@PermitAll
@StyleSheet("context://missions/missions.css")
class NewProjectView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final ProjectDesk desk;
    private final Projects projects;
    private final ProjectForms forms;
    private final Permissions permissions;
    private final Words words;

    NewProjectView(
            ProjectDesk desk,
            Projects projects,
            ProjectForms forms,
            Permissions permissions,
            Messages messages,
            Wording wording,
            CurrentReader currentReader) {
        this.desk = desk;
        this.projects = projects;
        this.forms = forms;
        this.permissions = permissions;
        this.words = new Words(messages, wording, currentReader.get());
        addClassNames("view", "narrow");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        permissions.check(words.asker(), MissionRights.COORDINATE, Scope.PLATFORM);
        Optional<Source> of = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("of")
                .flatMap(code -> projects.source(words.asker(), code));
        removeAll();
        PageHeading heading = new PageHeading(getPageTitle())
                .below(ShellPages.path(MissionPages.PROJECTS), words.text("missions.project.mine"));
        of.ifPresentOrElse(
                source -> heading.facts(Pieces.code(source.code()), words.shown(source.title())),
                () -> heading.lead(words.text("missions.project.new-lead")));
        add(heading, form(of));
    }

    private Ask form(Optional<Source> of) {
        ProjectForm form = forms.begin(words, of.orElse(null));
        ProjectId id = ProjectId.next();
        String[] code = {""};
        form.ask()
                .doing(() -> code[0] = desk.begin(
                        words.asker(), form.wish(id, of.map(Source::code).orElse(""))))
                .ready()
                .onSent(() -> getUI().ifPresent(ui -> ui.navigate(MissionPages.PROJECTS + "/" + code[0])))
                .onLeft(() -> getUI().ifPresent(ui -> ui.navigate(MissionPages.PROJECTS)));
        return form.ask();
    }

    @Override
    public String getPageTitle() {
        return words.text("missions.project.new");
    }
}
