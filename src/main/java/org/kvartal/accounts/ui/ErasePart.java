package org.kvartal.accounts.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import org.kvartal.accounts.AccountsPages;
import org.kvartal.accounts.Erasures;
import org.kvartal.accounts.domain.OwnData;
import org.kvartal.accounts.domain.Profiles.Profile;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Reader;
import org.kvartal.kernel.Refused;
import org.kvartal.shell.ErrorText;
import org.kvartal.site.TooOften;

/** The end of one's own account. */
class ErasePart extends SettingsPart {

    private final OwnData data;
    private final Erasures erasures;
    private final Messages messages;
    private final Reader reader;
    private final Profile profile;
    private final PasswordField password = new PasswordField();
    private final ErrorText error = new ErrorText();

    ErasePart(OwnData data, Erasures erasures, Messages messages, Reader reader, Profile profile) {
        super("accounts.own-data.erase");
        this.data = data;
        this.erasures = erasures;
        this.messages = messages;
        this.reader = reader;
        this.profile = profile;
        Button begin = new Button(getTranslation("accounts.own-data.erase-begin"), _ -> ask());
        Div acts = new Div(begin);
        acts.addClassName("form-acts");
        show(acts);
    }

    private void ask() {
        if (!profile.hasPassword()) {
            show(
                    new Paragraph(getTranslation("accounts.erase.no-password")),
                    new Anchor(AccountsPages.SETTINGS, getTranslation("accounts.settings.title")));
            return;
        }
        ErasureForm form = new ErasureForm(profile.name(), data.burdens(reader.asker()));
        password.setLabel(getTranslation("accounts.field.present-password"));
        password.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        password.addValueChangeListener(_ -> password.setInvalid(false));
        Button erase = new Button(getTranslation("accounts.own-data.erase-press"), _ -> erase(form));
        erase.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
        Button back = new Button(
                getTranslation("accounts.own-data.erase-back"),
                _ -> UI.getCurrent().getPage().reload());
        Div acts = new Div(erase, back);
        acts.addClassName("form-acts");
        form.add(new Paragraph(getTranslation("accounts.erase.wait", Erasures.WAIT.toDays())), password, error, acts);
        show(form);
        enter();
    }

    private void erase(ErasureForm form) {
        error.clear();
        try {
            erasures.ask(reader.asker(), password.getValue(), form.wish());
        } catch (Refused refused) {
            String words = messages.text(reader.language(), refused);
            if ("password".equals(refused.field())) {
                password.setErrorMessage(words);
                password.setInvalid(true);
                password.focus();
            } else if ("name".equals(refused.field())) {
                form.refuseName(words);
            } else {
                error.say(words);
            }
            return;
        } catch (TooOften tooOften) {
            error.say(tooOften.words(messages, reader.language()));
            return;
        }
        UI.getCurrent().getPage().setLocation(AccountsPages.closed(reader.language()));
    }
}
