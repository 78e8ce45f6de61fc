package org.kvartal.accounts.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.kvartal.accounts.domain.Profiles;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Reader;
import org.kvartal.kernel.Refused;
import org.kvartal.shell.Notices;
import org.kvartal.shell.OfferedLanguages;
import org.kvartal.shell.SettingsPart;
import org.kvartal.shell.UnsentText;
import org.kvartal.shell.ZoneNames;

/** Name, picture, language and time zone. */
class ProfilePart extends SettingsPart {

    private final Profiles profiles;
    private final Messages messages;
    private final Reader reader;
    private final TextField name = new TextField();
    private final Select<Language> language = new Select<>();
    private final ComboBox<ZoneId> zone = new ComboBox<>();
    private final UnsentText unsent;

    ProfilePart(Profiles profiles, Messages messages, Reader reader, Profiles.Profile profile, Instant now) {
        super("accounts.settings.profile");
        this.profiles = profiles;
        this.messages = messages;
        this.reader = reader;

        name.setLabel(getTranslation("accounts.field.name"));
        name.setHelperText(getTranslation("accounts.field.name-hint"));
        name.setValue(profile.name());
        name.setRequiredIndicatorVisible(true);
        name.setAutocomplete(Autocomplete.NAME);
        name.setValueChangeMode(ValueChangeMode.EAGER);
        name.addValueChangeListener(_ -> name.setInvalid(false));
        unsent = new UnsentText(reader.asker(), "profile");
        unsent.keep("name", name);

        language.setLabel(getTranslation("accounts.field.language"));
        language.setHelperText(getTranslation("accounts.field.language-hint"));
        language.setItems(OfferedLanguages.with(profile.language()));
        language.setItemLabelGenerator(Language::ownName);
        language.setValue(profile.language());

        ZoneNames zones = ZoneNames.in(reader.language(), now);
        zone.setLabel(getTranslation("accounts.field.zone"));
        zone.setHelperText(getTranslation("accounts.field.zone-hint"));
        List<ZoneId> items = zones.with(profile.zone());
        zone.setItems(zones::matches, items);
        zone.setItemLabelGenerator(zones::label);
        zone.setValue(profile.zone());
        zone.addValueChangeListener(_ -> zone.setInvalid(false));

        Button save = new Button(getTranslation("accounts.settings.save"), _ -> save(profile.language()));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        Div acts = new Div(save);
        acts.addClassName("form-acts");
        Div form = new Div(unsent, name, language, zone, acts);
        form.addClassName("form");
        show(new PictureField(profiles, reader, profile), form);
    }

    private void save(Language before) {
        ZoneId chosen = zone.getValue();
        if (chosen == null) {
            zone.setErrorMessage(getTranslation("accounts.zone.unknown"));
            zone.setInvalid(true);
            return;
        }
        try {
            profiles.change(reader.asker(), name.getValue(), language.getValue(), chosen);
        } catch (Refused refused) {
            name.setErrorMessage(messages.text(reader.language(), refused));
            name.setInvalid(true);
            name.focus();
            return;
        }
        unsent.sent();
        if (language.getValue() == before && chosen.equals(reader.zone())) {
            Notices.done(getTranslation("accounts.settings.saved"));
        } else {
            // The whole workspace speaks the new language and reads the new clock.
            UI.getCurrent().getPage().reload();
        }
    }
}
