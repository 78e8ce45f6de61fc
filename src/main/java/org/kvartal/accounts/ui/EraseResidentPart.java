package org.kvartal.accounts.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import org.kvartal.accounts.Erasures;
import org.kvartal.accounts.Erasures.Waiting;
import org.kvartal.accounts.domain.OwnData;
import org.kvartal.accounts.domain.Residents.Resident;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Reader;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Wording;
import org.kvartal.shell.ErrorText;
import org.kvartal.shell.Notices;
import org.kvartal.shell.SettingsPart;

/** Erases somebody who has asked the house for it and can't do so themselves, or keeps them after all. */
class EraseResidentPart extends SettingsPart {

    private final OwnData data;
    private final Erasures erasures;
    private final Messages messages;
    private final Wording wording;
    private final Reader reader;
    private final Resident resident;
    private final Runnable afterwards;
    private final TextArea reason = new TextArea();
    private final ErrorText error = new ErrorText();

    EraseResidentPart(
            OwnData data,
            Erasures erasures,
            Messages messages,
            Wording wording,
            Reader reader,
            Resident resident,
            Runnable afterwards) {
        super("accounts.erase-resident");
        this.data = data;
        this.erasures = erasures;
        this.messages = messages;
        this.wording = wording;
        this.reader = reader;
        this.resident = resident;
        this.afterwards = afterwards;
        erasures.waiting(reader.asker(), person()).ifPresentOrElse(this::tell, this::offer);
    }

    private void offer() {
        show(acts(new Button(getTranslation("accounts.own-data.erase-begin"), _ -> ask())));
    }

    private void tell(Waiting waiting) {
        show(
                new Paragraph(getTranslation(
                        waiting.own() ? "accounts.erase-resident.own" : "accounts.erase-resident.ordered",
                        wording.day(waiting.due(), reader.language(), reader.zone()))),
                acts(new Button(getTranslation("accounts.erase-resident.keep"), _ -> {
                    erasures.keep(reader.asker(), person());
                    Notices.done(getTranslation("accounts.erase-resident.kept"));
                    afterwards.run();
                })));
    }

    private void ask() {
        ErasureForm form = new ErasureForm(resident.card().name(), data.burdens(reader.asker(), person()));
        reason.setLabel(getTranslation("accounts.erase-resident.reason"));
        reason.setHelperText(getTranslation("accounts.erase-resident.reason-hint"));
        reason.setRequiredIndicatorVisible(true);
        reason.addValueChangeListener(_ -> reason.setInvalid(false));
        Button erase = new Button(getTranslation("accounts.erase-resident.press"), _ -> erase(form));
        erase.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
        form.add(
                new Paragraph(getTranslation("accounts.erase-resident.wait", Erasures.WAIT.toDays())),
                reason,
                error,
                acts(erase, new Button(getTranslation("accounts.own-data.erase-back"), _ -> offer())));
        show(form);
        enter();
    }

    private void erase(ErasureForm form) {
        error.clear();
        try {
            erasures.order(reader.asker(), person(), form.wish(), reason.getValue());
        } catch (Refused refused) {
            String words = messages.text(reader.language(), refused);
            if ("reason".equals(refused.field())) {
                reason.setErrorMessage(words);
                reason.setInvalid(true);
                reason.focus();
            } else if ("name".equals(refused.field())) {
                form.refuseName(words);
            } else {
                error.say(words);
            }
            return;
        }
        Notices.done(getTranslation("accounts.erase-resident.done"));
        afterwards.run();
    }

    private PersonId person() {
        return resident.card().id();
    }

    private static Div acts(Button... buttons) {
        Div acts = new Div(buttons);
        acts.addClassName("form-acts");
        return acts;
    }
}
