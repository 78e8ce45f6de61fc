package org.kvartal.shell.ui;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.springframework.stereotype.Component;

/** Lets Flow find the house's texts. */
@Component
class Translations implements I18NProvider {

    private final transient Messages messages;

    Translations(Messages messages) {
        this.messages = messages;
    }

    @Override
    public List<Locale> getProvidedLocales() {
        return Arrays.stream(Language.values()).map(Language::locale).toList();
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... arguments) {
        return messages.text(Language.of(locale), key, arguments);
    }
}
