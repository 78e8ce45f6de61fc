package org.kvartal.membership.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.Admissions;
import org.kvartal.membership.Admissions.Dossier;
import org.kvartal.membership.Admissions.QueueRow;
import org.kvartal.shell.ErrorText;
import org.kvartal.shell.Notices;
import org.kvartal.shell.UnsentText;

/** The foot of an application: the three answers, or why there is nothing to answer. What is being typed outlives a second reading of the page. */
class AnswerPart extends Div {

    private final Admissions admissions;
    private final Words words;
    private final Runnable again;
    private final TextArea text = new TextArea();
    private final ErrorText error = new ErrorText();
    private @Nullable Dossier dossier;
    private Turn turn = Turn.OVER;
    private boolean takesMore;
    private @Nullable Act open;
    private @Nullable UnsentText unsent;

    /** The three answers. */
    private enum Act {
        ASK,
        DECLINE,
        APPROVE
    }

    /** @param again has the page read again */
    AnswerPart(Admissions admissions, Words words, Runnable again) {
        this.admissions = admissions;
        this.words = words;
        this.again = again;
        addClassName("answer");
        text.setValueChangeMode(ValueChangeMode.EAGER);
        text.setMinRows(3);
        text.setRequiredIndicatorVisible(true);
        text.addValueChangeListener(_ -> text.setInvalid(false));
    }

    /** @param takes whether the reader may take applications at all */
    void show(Dossier now, Turn whose, boolean takes) {
        boolean another =
                dossier == null || !dossier.row().id().equals(now.row().id());
        dossier = now;
        turn = whose;
        takesMore = takes;
        if (another || whose != Turn.ANSWER) {
            open = null;
            text.clear();
            error.clear();
        }
        if (another || open == null) {
            make();
        }
    }

    /** Whether somebody is about to answer. */
    boolean isOpen() {
        return open != null;
    }

    private Dossier dossier() {
        return Objects.requireNonNull(dossier);
    }

    private void make() {
        removeAll();
        setClassName("answering", open != null);
        if (open != null) {
            form(open);
        } else if (turn == Turn.ANSWER) {
            buttons();
        } else {
            Button take = new Button(words.text("membership.app.take"), _ -> act(this::take, "membership.app.taken"));
            take.setDisableOnClick(true);
            TakeNext next = new TakeNext(admissions, words);
            add(new NothingToAnswer(dossier(), turn, words, turn == Turn.TAKE ? take : takesMore ? next : null));
        }
    }

    private void buttons() {
        Button ask = new Button(words.text("membership.app.ask"), _ -> open(Act.ASK));
        Button decline = new Button(words.text("membership.app.decline"), _ -> open(Act.DECLINE));
        Button approve = new Button(words.text("membership.app.approve"), _ -> open(Act.APPROVE));
        approve.addThemeVariants(ButtonVariant.PRIMARY);
        add(NothingToAnswer.acts(ask, decline, approve));
    }

    private void open(Act act) {
        open = act;
        error.clear();
        text.clear();
        text.setInvalid(false);
        unsent = new UnsentText(words.asker(), Code.of(act));
        if (act != Act.APPROVE) {
            unsent.keep("text", text);
        }
        make();
    }

    private void form(Act act) {
        Button go = switch (act) {
            case ASK -> asking();
            case DECLINE -> declining();
            case APPROVE -> approving();
        };
        go.addThemeVariants(ButtonVariant.PRIMARY);
        go.setDisableOnClick(true);
        Button leave = new Button(words.text("membership.app.cancel"), _ -> close());
        add(Objects.requireNonNull(unsent), error, NothingToAnswer.acts(leave, go));
        if (act == Act.APPROVE) {
            go.focus();
        } else {
            addComponentAsFirst(text);
            text.focus();
        }
    }

    private Button asking() {
        text.setLabel(words.text("membership.app.ask-what"));
        text.setHelperText(words.text(
                "membership.app.ask-hint",
                dossier().form().applicant(),
                dossier().language().ownName(),
                Admissions.LAPSE.toDays()));
        return new Button(words.text("membership.app.ask-send"), _ -> act(this::ask, "membership.app.asked"));
    }

    private Button declining() {
        text.setLabel(words.text("membership.app.decline-why"));
        text.setHelperText(words.text(
                dossier().row().appealed() ? "membership.app.decline-final" : "membership.app.decline-hint",
                dossier().form().applicant(),
                dossier().language().ownName(),
                Admissions.APPEAL.toDays()));
        Button go = new Button(
                words.text("membership.app.decline-send"), _ -> act(this::decline, "membership.app.declined"));
        go.addThemeVariants(ButtonVariant.ERROR);
        return go;
    }

    private Button approving() {
        QueueRow row = dossier().row();
        add(new Paragraph(words.text(
                "membership.app.approve-" + Code.of(row.kind()),
                dossier().form().applicant(),
                row.name(),
                dossier().language().ownName(),
                NothingToAnswer.association(dossier(), words))));
        return new Button(
                words.text("membership.app.approve-send"), _ -> act(this::approve, "membership.app.approved"));
    }

    private void close() {
        open = null;
        text.clear();
        make();
    }

    private void take() {
        QueueRow row = dossier().row();
        admissions.take(words.asker(), row.id(), row.version());
    }

    private void ask() {
        QueueRow row = dossier().row();
        admissions.askMore(words.asker(), row.id(), row.version(), text.getValue());
    }

    private void decline() {
        QueueRow row = dossier().row();
        admissions.decline(words.asker(), row.id(), row.version(), text.getValue());
    }

    private void approve() {
        QueueRow row = dossier().row();
        admissions.approve(words.asker(), row.id(), row.version());
    }

    /** Does it and reads the page again, also where it was refused: something may have happened meanwhile. */
    private void act(Runnable what, String done) {
        error.clear();
        try {
            what.run();
        } catch (Refused refused) {
            refused(refused);
            return;
        } catch (Forbidden taken) {
            Notices.problem(words.text("membership.app.not-yours"));
            open = null;
            again.run();
            return;
        }
        if (open != null) {
            Objects.requireNonNull(unsent).sent();
        }
        open = null;
        Notices.done(words.text(done, dossier().row().name()));
        again.run();
    }

    private void refused(Refused refused) {
        String why = words.refusal(refused);
        if (refused.field() != null) {
            make();
            text.setErrorMessage(why);
            text.setInvalid(true);
            text.focus();
            return;
        }
        again.run();
        if (open == null) {
            Notices.problem(why);
        } else {
            make();
            error.say(why);
        }
    }
}
