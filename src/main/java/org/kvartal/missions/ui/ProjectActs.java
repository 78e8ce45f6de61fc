package org.kvartal.missions.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Objects;
import org.kvartal.accounts.PersonCard;
import org.kvartal.kernel.Asker;
import org.kvartal.missions.ProjectDesk;
import org.kvartal.missions.ProjectDesk.ProjectContent;
import org.kvartal.missions.ProjectId;
import org.kvartal.missions.ProjectState;
import org.kvartal.missions.Projects.ProjectLine;
import org.kvartal.missions.Projects.ProjectPage;
import org.kvartal.shell.DayField;
import org.kvartal.shell.LocalizedField;
import org.springframework.stereotype.Component;

/** What can be done with a project as a whole now. */
@Component
class ProjectActs {

    private final ProjectDesk desk;
    private final ProjectForms forms;

    ProjectActs(ProjectDesk desk, ProjectForms forms) {
        this.desk = desk;
        this.forms = forms;
    }

    void into(Acts acts, ProjectPage page) {
        Words words = acts.words();
        ProjectState state = page.line().state();
        if (page.mayCoordinate()) {
            switch (state) {
                case PAUSED -> acts.next("project-resume", () -> sure(page, words, "project-resume", desk::resume));
                case CLOSING ->
                    acts.next("project-complete", () -> sure(page, words, "project-complete", desk::complete));
                case RUNNING, COMPLETED, FOLLOW_UP, ARCHIVED, TERMINATED -> {}
            }
        }
        if (page.mayKeep() && !state.over()) {
            acts.also("project-edit", () -> edit(page, words));
        }
        if (page.mayCoordinate()) {
            if (!state.over()) {
                acts.seldom("project-staff", () -> staff(page, words));
            }
            if (state.next().contains(ProjectState.PAUSED)) {
                acts.seldom("project-hold", () -> because(page, words, "project-hold", desk::hold));
            }
            if (state.next().contains(ProjectState.ARCHIVED)) {
                acts.seldom("project-archive", () -> sure(page, words, "project-archive", desk::archive));
            }
            if (state.next().contains(ProjectState.TERMINATED)) {
                acts.seldom(
                        "project-terminate",
                        () -> because(page, words, "project-terminate", desk::terminate)
                                .harmful());
            }
        }
    }

    /** What happens to a project as the page shows it. */
    private interface Step {
        void take(Asker by, ProjectId id, long version);
    }

    /** The same with a reason. */
    private interface Reasoned {
        void take(Asker by, ProjectId id, long version, String reason);
    }

    private static Ask ask(ProjectPage page, Words words, String what) {
        return new Ask(words, "missions." + what + "." + page.line().code(), "missions.app." + what);
    }

    private static Ask titled(ProjectPage page, Words words, String what) {
        return Ask.titled(words, "missions." + what + "." + page.line().code(), "missions.app." + what);
    }

    private static Ask sure(ProjectPage page, Words words, String what, Step step) {
        ProjectLine line = page.line();
        return ask(page, words, what)
                .note(words.text("missions.app." + what + "-text"))
                .doing(() -> step.take(words.asker(), line.id(), line.version()));
    }

    private static Ask because(ProjectPage page, Words words, String what, Reasoned step) {
        ProjectLine line = page.line();
        Ask ask = ask(page, words, what).note(words.text("missions.app." + what + "-text"));
        TextArea reason = ask.block("reason", "missions.project.field.reason", "", true);
        return ask.doing(() -> step.take(words.asker(), line.id(), line.version(), reason.getValue()));
    }

    private Ask edit(ProjectPage page, Words words) {
        ProjectContent content = page.content();
        ProjectLine line = page.line();
        Ask ask = titled(page, words, "project-edit");
        LocalizedField title = ask.text("title", "missions.project.field.title", 1, true, content.title());
        LocalizedField goal = ask.text("goal", "missions.project.field.goal", 2, false, content.goal());
        DayField starts = ask.day("starts", "missions.project.field.starts", content.starts(), true);
        DayField ends = ask.day("ends", "missions.project.field.ends", content.ends(), true);
        PartyChoice client = null;
        if (page.mayCoordinate()) {
            client = ask.asking("client", forms.client(words));
            client.setRequiredIndicatorVisible(true);
            client.choose(content.client());
        }
        PartyChoice chosen = client;
        return ask.doing(() -> desk.change(
                words.asker(),
                line.id(),
                line.version(),
                new ProjectContent(
                        title.text(),
                        goal.textOrNull(),
                        chosen == null ? content.client() : Objects.requireNonNull(chosen.party()),
                        starts.getValue(),
                        ends.getValue())));
    }

    private Ask staff(ProjectPage page, Words words) {
        ProjectLine line = page.line();
        Ask ask = titled(page, words, "project-staff").note(words.text("missions.app.project-staff-text"));
        ComboBox<PersonCard> consultant = ask.asking(
                "consultant",
                forms.people().field(words.text("missions.project.field.consultant"), line.consultant(), words));
        consultant.setRequiredIndicatorVisible(true);
        ComboBox<PersonCard> coordinator = ask.asking(
                "coordinator",
                forms.people().field(words.text("missions.project.field.coordinator"), page.coordinator(), words));
        coordinator.setRequiredIndicatorVisible(true);
        return ask.doing(() -> desk.staff(
                words.asker(),
                line.id(),
                line.version(),
                consultant.getValue().id(),
                coordinator.getValue().id()));
    }
}
