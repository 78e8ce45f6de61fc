package org.kvartal.shell.ui;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Locale;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.springframework.stereotype.Component;

/** Lets Flow find the house's texts. */
@Component
class Translations implements I18NProvider {

    private final transient Messages messages;
    private final transient House house;

    Translations(Messages messages, House house) {
        this.messages = messages;
        this.house = house;
    }

    @Override
    public List<Locale> getProvidedLocales() {
        return house.languages().stream().map(Language::locale).toList();
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... arguments) {
        return messages.text(Language.of(locale), key, arguments);
    }
}
