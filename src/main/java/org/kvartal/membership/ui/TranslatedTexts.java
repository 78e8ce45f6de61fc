package org.kvartal.membership.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PlainText;
import org.kvartal.shell.TypedLanguage;
import org.kvartal.shell.UnsentText;

/** A name and a text about it, in one language at first; each other language is behind "Add a translation". */
class TranslatedTexts extends Div {

    private final Words words;
    private final Language source;
    private final String nameLabel;
    private final String textLabel;
    private final String hint;
    private final Map<Language, TextField> names = new EnumMap<>(Language.class);
    private final Map<Language, TextArea> texts = new EnumMap<>(Language.class);
    private final Div fields = new Div();
    private final Div offers = new Div();
    private @Nullable UnsentText unsent;

    /**
     * @param name what stands there now, null for nothing
     * @param hint what belongs into the text
     */
    TranslatedTexts(
            Words words,
            String nameLabel,
            @Nullable LocalizedText name,
            String textLabel,
            @Nullable LocalizedText text,
            String hint) {
        this.words = words;
        this.nameLabel = nameLabel;
        this.textLabel = textLabel;
        this.hint = hint;
        this.source = name == null ? words.language() : name.source();
        addClassName("stack");
        fields.addClassName("stack");
        offers.addClassNames("line", "offers");
        add(fields, offers);
        Map<Language, String> named = name == null ? Map.of() : name.texts();
        Map<Language, String> told = text == null ? Map.of() : text.texts();
        language(source, named.getOrDefault(source, ""), told.getOrDefault(source, ""));
        for (Language language : Language.values()) {
            if (language != source && (named.containsKey(language) || told.containsKey(language))) {
                language(language, named.getOrDefault(language, ""), told.getOrDefault(language, ""));
            }
        }
        offer();
    }

    /** What is typed here stays in the browser as well, in all languages. */
    void keptBy(UnsentText form) {
        unsent = form;
        names.keySet().forEach(language -> keep(form, language));
        form.making(name -> Language.of(name.substring(name.indexOf('.') + 1))
                .filter(language -> !names.containsKey(language))
                .ifPresent(language -> {
                    language(language, "", "");
                    offer();
                }));
    }

    private void keep(UnsentText form, Language language) {
        form.keep("name." + language.code(), Objects.requireNonNull(names.get(language)));
        form.keep("text." + language.code(), Objects.requireNonNull(texts.get(language)));
    }

    /** @throws IllegalArgumentException if {@link #incomplete} */
    LocalizedText name() {
        return new LocalizedText(source, values(names));
    }

    /** The text may stand in fewer languages than the name; where the source has none, another language comes first. */
    @Nullable LocalizedText text() {
        return LocalizedText.typed(source, values(texts));
    }

    /** Whether a name is missing; then it says so. */
    boolean incomplete() {
        TextField name = Objects.requireNonNull(names.get(source));
        if (!PlainText.line(name.getValue()).isEmpty()) {
            return false;
        }
        refuse(name, words.text("membership.refused.missing"));
        name.focus();
        return true;
    }

    /**
     * Says what is wrong, at the name of a language ({@code name.ru}) or at the longest text.
     *
     * @param name how refusals call the name
     * @param text how they call the text
     */
    boolean refuse(String field, String why, String name, String text) {
        if (field.equals(text)) {
            texts.values().stream()
                    .max((one, other) -> Integer.compare(
                            one.getValue().length(), other.getValue().length()))
                    .ifPresent(area -> {
                        refuse(area, why);
                        area.focus();
                    });
            return true;
        }
        if (!field.startsWith(name + ".")) {
            return false;
        }
        TextField wrong =
                Language.of(field.substring(name.length() + 1)).map(names::get).orElse(names.get(source));
        refuse(Objects.requireNonNull(wrong), why);
        wrong.focus();
        return true;
    }

    void focus() {
        Objects.requireNonNull(names.get(source)).focus();
    }

    private TextField language(Language language, String name, String text) {
        TextField nameField = new TextField(label(nameLabel, language));
        nameField.setRequiredIndicatorVisible(language == source);
        nameField.setValue(name);
        TypedLanguage.say(nameField, language.code());
        nameField.addValueChangeListener(_ -> nameField.setInvalid(false));
        TextArea textField = new TextArea(label(textLabel, language));
        textField.setMinRows(3);
        textField.setValue(text);
        TypedLanguage.say(textField, language.code());
        textField.addValueChangeListener(_ -> textField.setInvalid(false));
        if (language == source) {
            textField.setHelperText(hint);
        }
        names.put(language, nameField);
        texts.put(language, textField);
        fields.add(nameField, textField);
        if (unsent != null) {
            keep(unsent, language);
        }
        return nameField;
    }

    private static String label(String label, Language language) {
        return label + " (" + language.ownName() + ")";
    }

    private void offer() {
        offers.removeAll();
        for (Language language : Language.values()) {
            if (!names.containsKey(language)) {
                Button add = new Button(words.text("membership.join.translation") + ": " + language.ownName(), _ -> {
                    language(language, "", "").focus();
                    offer();
                });
                add.addThemeVariants(ButtonVariant.TERTIARY);
                offers.add(add);
            }
        }
        offers.setVisible(names.size() < Language.values().length);
    }

    private static void refuse(HasValidationProperties field, String why) {
        field.setErrorMessage(why);
        field.setInvalid(true);
    }

    private static Map<Language, String> values(
            Map<Language, ? extends com.vaadin.flow.component.HasValue<?, String>> fields) {
        Map<Language, String> values = new HashMap<>();
        fields.forEach((language, field) -> values.put(language, field.getValue()));
        return values;
    }
}
