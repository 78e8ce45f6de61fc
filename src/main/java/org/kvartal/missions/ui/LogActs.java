package org.kvartal.missions.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Refused;
import org.kvartal.missions.LogId;
import org.kvartal.missions.LogState;
import org.kvartal.missions.ProjectLog;
import org.kvartal.missions.ProjectLog.LogContent;
import org.kvartal.missions.ProjectLog.LogLine;
import org.kvartal.missions.Projects.ProjectPage;
import org.kvartal.shell.DayField;
import org.kvartal.shell.Notices;
import org.springframework.stereotype.Component;

/** How meetings are written down, and what a client who belongs to the house says to them. */
@Component
class LogActs {

    private static final int USUAL = 60;

    private final ProjectLog log;
    private final ProjectForms forms;

    LogActs(ProjectLog log, ProjectForms forms) {
        this.log = log;
        this.forms = forms;
    }

    /** A new row: most of it stands there already. */
    Ask write(ProjectPage page, Words words) {
        Ask ask = Ask.titled(words, "missions.row." + page.line().code(), "missions.app.project-write");
        Fields fields = new Fields(ask, words, null);
        LogId id = LogId.next();
        return ask.doing(() -> log.write(words.asker(), page.line().id(), id, fields.content()));
    }

    /** False where nothing can be done with the row. */
    boolean into(Acts acts, LogLine row, Runnable again) {
        Words words = acts.words();
        if (row.mayConfirm()) {
            Button yes = new Button(words.text("missions.app.project-confirm"), _ -> {
                try {
                    log.confirm(words.asker(), row.id());
                    Notices.done(words.text("missions.app.done"));
                } catch (Refused refused) {
                    Notices.problem(words.refusal(refused));
                }
                again.run();
            });
            yes.setDisableOnClick(true);
            acts.also(yes).also("project-dispute", () -> dispute(row, words));
        }
        if (row.mayReword()) {
            acts.also("project-reword", () -> reword(row, words));
            if (row.state() == LogState.WAITING || row.state() == LogState.NOTED) {
                acts.also("project-ask-client", () -> ask(row, words));
            }
        }
        return row.mayConfirm() || row.mayReword();
    }

    private Ask dispute(LogLine row, Words words) {
        Ask ask = new Ask(words, "missions.dispute." + row.id(), "missions.app.project-dispute");
        TextArea what = ask.block("words", "missions.project.field.objection", "", true);
        return ask.doing(() -> log.dispute(words.asker(), row.id(), what.getValue()));
    }

    private Ask reword(LogLine row, Words words) {
        Ask ask = Ask.titled(words, "missions.reword." + row.id(), "missions.app.project-reword")
                .note(words.text("missions.app.project-reword-text"));
        Fields fields = new Fields(ask, words, row.content());
        return ask.doing(() -> log.reword(words.asker(), row.id(), row.version(), fields.content()));
    }

    private Ask ask(LogLine row, Words words) {
        return new Ask(words, "missions.ask." + row.id(), "missions.app.project-ask-client")
                .note(words.text("missions.app.project-ask-client-text"))
                .doing(() -> log.ask(words.asker(), row.id()));
    }

    private final class Fields {

        private final Words words;
        private final @Nullable LogContent known;
        private final DayField day;
        private final IntegerField minutes;
        private final TextField present;
        private final TextArea topics;
        private final TextArea agreed;
        private final TextArea next;

        Fields(Ask ask, Words words, @Nullable LogContent known) {
            this.words = words;
            this.known = known;
            topics = ask.block("topics", "missions.project.field.topics", known == null ? "" : known.topics(), true);
            agreed = ask.block("agreed", "missions.project.field.agreed", known == null ? "" : known.agreed(), false);
            next = ask.block("next", "missions.project.field.next", known == null ? "" : known.next(), false);
            minutes = ask.number(
                    "minutes",
                    "missions.project.field.minutes",
                    known == null ? USUAL : known.minutes(),
                    1,
                    ProjectLog.MOST_MINUTES);
            present =
                    ask.line("present", "missions.project.field.present", known == null ? "" : known.present(), false);
            day = ask.day(
                    "heldOn", "missions.project.field.held-on", known == null ? forms.today() : known.heldOn(), true);
        }

        LogContent content() {
            return new LogContent(
                    day.getValue(),
                    minutes.getValue() == null ? 0 : minutes.getValue(),
                    present.getValue(),
                    topics.getValue(),
                    agreed.getValue(),
                    next.getValue(),
                    known == null ? words.language() : known.language());
        }
    }
}
