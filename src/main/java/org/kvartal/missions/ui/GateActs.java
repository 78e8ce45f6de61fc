package org.kvartal.missions.ui;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import org.kvartal.missions.Countersignatures;
import org.kvartal.missions.Projects.GateLine;
import org.kvartal.missions.Projects.PaperLine;
import org.kvartal.missions.Projects.ProjectPage;
import org.kvartal.missions.Projects.StageLine;
import org.kvartal.missions.Projects.WordLine;
import org.springframework.stereotype.Component;

/** How a client who belongs to the house countersigns a decision, and how the office records that one did elsewhere. */
@Component
class GateActs {

    private final Countersignatures countersignatures;

    GateActs(Countersignatures countersignatures) {
        this.countersignatures = countersignatures;
    }

    /** False where the reader can't do anything about the word. */
    boolean into(Acts acts, ProjectPage page, StageLine stage, GateLine gate, WordLine word) {
        Words words = acts.words();
        if (word.maySign()) {
            acts.next("gate-sign", () -> sign(stage, gate, words));
            acts.also("gate-refuse", () -> refuse(stage, gate, words));
        }
        if (word.mayRecord()) {
            acts.also("gate-record", () -> record(page, stage, gate, words));
        }
        if (word.mayAsk()) {
            acts.also("gate-ask", () -> ask(gate, words));
        }
        return word.maySign() || word.mayRecord() || word.mayAsk();
    }

    private static Ask form(GateLine gate, Words words, String what) {
        return new Ask(words, "missions." + what + "." + gate.id(), "missions.app." + what);
    }

    private Ask sign(StageLine stage, GateLine gate, Words words) {
        return form(gate, words, "gate-sign")
                .note(words.text("missions.app.gate-sign-text", words.name(stage.title())))
                .doing(() -> countersignatures.sign(words.asker(), gate.id()));
    }

    private Ask refuse(StageLine stage, GateLine gate, Words words) {
        Ask ask = form(gate, words, "gate-refuse")
                .note(words.text("missions.app.gate-refuse-text", words.name(stage.title())));
        TextArea why = ask.block("words", "missions.project.field.gate-why", "", true);
        return ask.doing(() -> countersignatures.refuse(words.asker(), gate.id(), why.getValue()));
    }

    private Ask record(ProjectPage page, StageLine stage, GateLine gate, Words words) {
        Ask ask = form(gate, words, "gate-record")
                .note(words.text("missions.app.gate-record-text", words.name(stage.title())));
        TextArea how = ask.block("words", "missions.project.field.gate-how", "", true);
        Select<PaperLine> paper = ask.option(
                "paper",
                "missions.project.field.gate-paper",
                page.papers(),
                one -> one.about().isEmpty() ? one.file().name() : one.about(),
                null);
        paper.setVisible(!page.papers().isEmpty());
        return ask.doing(() -> {
            PaperLine chosen = paper.getValue();
            countersignatures.record(
                    words.asker(),
                    gate.id(),
                    how.getValue(),
                    chosen == null ? null : chosen.file().id());
        });
    }

    private Ask ask(GateLine gate, Words words) {
        return form(gate, words, "gate-ask")
                .note(words.text("missions.app.gate-ask-text"))
                .doing(() -> countersignatures.ask(words.asker(), gate.id()));
    }
}
