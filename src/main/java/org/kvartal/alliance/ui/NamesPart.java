package org.kvartal.alliance.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.EntryContent.Names;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Refused;
import org.kvartal.shell.LocalizedField;
import org.kvartal.shell.TypedLanguage;

/** How an entry is called: officially, in the house's languages, and otherwise. */
class NamesPart extends Div implements FormPart {

    private final DeskWords words;
    private final TextField own;
    private final ComboBox<String> language = new ComboBox<>();
    private final LastReadable<String> lastLanguage;
    private final LocalizedField translations;
    private final TextArea others;

    NamesPart(DeskWords words) {
        this.words = words;
        addClassName("stack");
        own = FormPart.line(words.text("alliance.form.own-name"));
        own.setHelperText(words.text("alliance.form.own-name-hint"));
        own.setRequiredIndicatorVisible(true);
        language.setLabel(words.text("alliance.form.own-language"));
        language.setItemLabelGenerator(words::languageName);
        language.setItems(words.languages());
        language.setRequiredIndicatorVisible(true);
        language.setValue(words.language().code());
        lastLanguage = new LastReadable<>(words.language().code());
        translations = FormPart.line(words, "names", "alliance.form.name");
        translations.show(Map.of(), null);
        translations.without(words.language());
        language.addValueChangeListener(change -> speak(change.getValue()));
        FormPart.mending(language);
        others = FormPart.area(words.text("alliance.form.other-names"));
        others.setHelperText(words.text("alliance.form.other-names-hint"));
        add(own, language, translations, others);
    }

    /** The official name is the name for those who read its language. */
    private void speak(@Nullable String tag) {
        TypedLanguage.say(own, tag == null ? "" : tag);
        translations.without(tag == null ? null : Language.of(tag).orElse(null));
    }

    void show(Names names) {
        own.setValue(names.own());
        if (!words.languages().contains(names.ownLanguage())) {
            List<String> items = new ArrayList<>(words.languages());
            items.addFirst(names.ownLanguage());
            language.setItems(items);
        }
        lastLanguage.show(names.ownLanguage());
        language.setValue(names.ownLanguage());
        translations.show(names.translations(), null);
        others.setValue(String.join("\n", names.others()));
    }

    Names names(Reading reading) {
        return new Names(
                own.getValue(), lastLanguage.read(reading, this::ownLanguage), translations.wordings(), lines(others));
    }

    private String ownLanguage() {
        if (language.getValue() == null) {
            throw Refused.at("names.ownLanguage", "alliance.refused.language");
        }
        return language.getValue();
    }

    @Override
    public boolean refuse(String field, String why) {
        return switch (field) {
            case "names.own" -> FormPart.refuseAt(own, why);
            case "names.ownLanguage" -> FormPart.refuseAt(language, why);
            case "names.others" -> FormPart.refuseAt(others, why);
            default -> translations.refuse(field, why);
        };
    }

    /** The lines that are not empty. */
    static List<String> lines(TextArea area) {
        return area.getValue()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
