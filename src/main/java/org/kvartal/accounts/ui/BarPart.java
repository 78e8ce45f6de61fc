package org.kvartal.accounts.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import org.kvartal.accounts.PersonCard;
import org.kvartal.accounts.Suspensions;
import org.kvartal.accounts.domain.Residents.Barred;
import org.kvartal.accounts.domain.Residents.Resident;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Reader;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Wording;
import org.kvartal.shell.ErrorText;
import org.kvartal.shell.Icon;
import org.kvartal.shell.Notices;
import org.kvartal.shell.PersonChip;
import org.kvartal.shell.RelativeTime;
import org.kvartal.shell.SettingsPart;
import org.kvartal.shell.UnsentText;

/** Keeps a person out, with a reason, and lets them in again. */
class BarPart extends SettingsPart {

    private final Suspensions suspensions;
    private final Messages messages;
    private final Wording wording;
    private final Reader reader;
    private final PersonId person;
    private final Runnable afterwards;
    private final TextArea reason = new TextArea();
    private final ErrorText error = new ErrorText();
    private final UnsentText unsent;

    BarPart(
            Suspensions suspensions,
            Messages messages,
            Wording wording,
            Reader reader,
            Resident resident,
            Runnable afterwards) {
        super(resident.barred() == null ? "accounts.suspend" : "accounts.suspended");
        this.suspensions = suspensions;
        this.messages = messages;
        this.wording = wording;
        this.reader = reader;
        this.person = resident.card().id();
        this.afterwards = afterwards;
        unsent = new UnsentText(reader.asker(), "suspend");
        unsent.keep("reason", reason);
        Barred barred = resident.barred();
        if (barred == null) {
            ask();
        } else {
            tell(barred);
        }
    }

    private void ask() {
        reason.setLabel(getTranslation("accounts.suspend.reason"));
        reason.setHelperText(getTranslation("accounts.suspend.reason-hint"));
        reason.setRequiredIndicatorVisible(true);
        reason.addValueChangeListener(_ -> reason.setInvalid(false));
        Button suspend = new Button(getTranslation("accounts.suspend.act"), _ -> suspend());
        suspend.addThemeVariants(ButtonVariant.ERROR);
        Div acts = new Div(suspend);
        acts.addClassName("form-acts");
        Div form = new Div(unsent, reason, error, acts);
        form.addClassName("form");
        show(form);
    }

    private void tell(Barred barred) {
        Paragraph why = new Paragraph(barred.reason());
        why.addClassName("barred-reason");
        Div facts = new Div();
        facts.addClassName("meta");
        PersonCard by = barred.by();
        if (by != null) {
            facts.add(new PersonChip(by.id(), by.name(), by.picture(), by.language()));
        }
        facts.add(new RelativeTime(barred.since(), wording, reader));
        Div body = new Div(new Span(getTranslation("accounts.suspended.now")), why, facts);
        Div notice = new Div(Icon.LOCK.create(), body);
        notice.addClassNames("notice", "late");
        Div acts = new Div(new Button(getTranslation("accounts.suspend.lift"), _ -> lift()));
        acts.addClassName("form-acts");
        show(notice, acts);
    }

    private void suspend() {
        error.clear();
        try {
            suspensions.suspend(reader.asker(), person, reason.getValue());
        } catch (Refused refused) {
            String words = messages.text(reader.language(), refused);
            if ("reason".equals(refused.field())) {
                reason.setErrorMessage(words);
                reason.setInvalid(true);
                reason.focus();
            } else {
                error.say(words);
            }
            return;
        }
        unsent.sent();
        Notices.done(getTranslation("accounts.suspend.done"));
        afterwards.run();
    }

    private void lift() {
        suspensions.lift(reader.asker(), person);
        Notices.done(getTranslation("accounts.suspend.lifted"));
        afterwards.run();
    }
}
