package org.kvartal.accounts.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import java.util.UUID;
import org.kvartal.accounts.domain.PasswordRule;
import org.kvartal.accounts.domain.Passwords;
import org.kvartal.accounts.domain.Profiles;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Reader;
import org.kvartal.kernel.Refused;
import org.kvartal.shell.ErrorText;
import org.kvartal.shell.Notices;
import org.kvartal.shell.SettingsPart;
import org.kvartal.site.TooOften;

/** A new password, against the present one. */
class PasswordPart extends SettingsPart {

    private final Passwords passwords;
    private final Messages messages;
    private final Reader reader;
    private final UUID here;
    private final Runnable afterwards;
    private final PasswordField present = new PasswordField();
    private final PasswordField wanted = new PasswordField();
    private final ErrorText error = new ErrorText();

    /** {@code here} is the sign-in that stays. */
    PasswordPart(
            Passwords passwords,
            Messages messages,
            Reader reader,
            Profiles.Profile profile,
            UUID here,
            Runnable afterwards) {
        super("accounts.settings.password");
        this.passwords = passwords;
        this.messages = messages;
        this.reader = reader;
        this.here = here;
        this.afterwards = afterwards;
        if (profile.email() == null) {
            show(new Paragraph(getTranslation("accounts.settings.no-sign-in")));
            return;
        }
        if (!profile.hasPassword()) {
            Button send = new Button(getTranslation("accounts.settings.password-letter"), _ -> sendLetter());
            Div acts = new Div(send);
            acts.addClassName("form-acts");
            show(new Paragraph(getTranslation("accounts.settings.no-password")), error, acts);
            return;
        }
        present.setLabel(getTranslation("accounts.field.present-password"));
        present.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        present.addValueChangeListener(_ -> present.setInvalid(false));
        wanted.setLabel(getTranslation("accounts.field.new-password"));
        wanted.setHelperText(getTranslation("accounts.field.password-hint", PasswordRule.MIN_LENGTH));
        wanted.setAutocomplete(Autocomplete.NEW_PASSWORD);
        wanted.addValueChangeListener(_ -> wanted.setInvalid(false));
        Button change = new Button(getTranslation("accounts.settings.password-change"), _ -> change());
        Div acts = new Div(change);
        acts.addClassName("form-acts");
        Div form = new Div(present, wanted, error, acts);
        form.addClassName("form");
        show(form);
    }

    private void sendLetter() {
        error.clear();
        try {
            String address = passwords.sendLetter(reader.asker());
            Notices.done(getTranslation("accounts.settings.password-letter-sent", address));
        } catch (TooOften tooOften) {
            error.say(tooOften.words(messages, reader.language()));
        }
    }

    private void change() {
        error.clear();
        try {
            passwords.change(reader.asker(), present.getValue(), wanted.getValue(), here);
        } catch (Refused refused) {
            PasswordField wrong = "present".equals(refused.field()) ? present : wanted;
            wrong.setErrorMessage(messages.text(reader.language(), refused));
            wrong.setInvalid(true);
            wrong.focus();
            return;
        } catch (TooOften tooOften) {
            error.say(tooOften.words(messages, reader.language()));
            return;
        }
        present.clear();
        wanted.clear();
        afterwards.run();
        Notices.done(getTranslation("accounts.settings.password-changed"));
    }
}
