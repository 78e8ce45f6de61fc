package org.kvartal.alliance.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextFieldBase;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.shell.TypedLanguage;
import org.kvartal.shell.UnsentText;

/** A text in one language at first; each other language is behind "Add a translation". */
class TranslatedField extends Div implements FormPart {

    private final DeskWords words;
    private final String label;
    private final boolean paragraph;
    private final String hint;
    private final Map<Language, TextFieldBase<?, String>> fields = new EnumMap<>(Language.class);
    private final Div texts = new Div();
    private final Div offers = new Div();
    private Language source;
    private @Nullable Language elsewhere;
    private BiConsumer<Language, TextFieldBase<?, String>> keeping = (_, _) -> {};

    static TranslatedField line(DeskWords words, String label) {
        return new TranslatedField(words, label, false, "");
    }

    /** @param hint what belongs there */
    static TranslatedField paragraph(DeskWords words, String label, String hint) {
        return new TranslatedField(words, label, true, hint);
    }

    private TranslatedField(DeskWords words, String label, boolean paragraph, String hint) {
        this.words = words;
        this.label = label;
        this.paragraph = paragraph;
        this.hint = hint;
        this.source = words.language();
        addClassNames("translated", "stack");
        texts.addClassName("stack");
        offers.addClassName("offers");
        add(texts, offers);
        show((LocalizedText) null);
    }

    /** Lets a short form keep what is typed until it is sent; {@code name} is that of the text within the form. */
    final void keptBy(UnsentText form, String name) {
        keeping = (language, field) -> form.keep(name + "." + language.code(), field);
        fields.forEach(keeping);
        form.making(wanted -> Language.of(wanted.substring(wanted.indexOf('.') + 1))
                .filter(language -> !fields.containsKey(language))
                .ifPresent(language -> {
                    open(language, "");
                    offer();
                }));
    }

    /** Shows this text and nothing else. */
    final void show(@Nullable LocalizedText text) {
        source = text == null ? words.language() : text.source();
        show(text == null ? Map.of() : text.texts(), source);
    }

    /** Shows the wordings; the field of one language is there in any case. */
    void show(Map<Language, String> wordings, @Nullable Language always) {
        fields.clear();
        texts.removeAll();
        for (Language language : Language.values()) {
            if (language == always) {
                open(language, wordings.getOrDefault(language, ""));
            }
        }
        for (Language language : Language.values()) {
            if (language != always && wordings.containsKey(language)) {
                open(language, wordings.getOrDefault(language, ""));
            }
        }
        offer();
    }

    /** The text in every language that has one; it begins with the language that it began with. */
    @Nullable LocalizedText text() {
        return LocalizedText.typed(source, wordings());
    }

    /** What stands in the fields that are not empty. */
    Map<Language, String> wordings() {
        Map<Language, String> wordings = new HashMap<>();
        fields.forEach((language, field) -> {
            if (!field.getValue().isBlank()) {
                wordings.put(language, field.getValue());
            }
        });
        return wordings;
    }

    /** Does not offer a language in which the text stands elsewhere already. */
    void without(@Nullable Language language) {
        elsewhere = language;
        offer();
    }

    /** @param field the language's code, or empty for the text as a whole */
    @Override
    public boolean refuse(String field, String why) {
        TextFieldBase<?, String> wrong = Language.of(field)
                .map(fields::get)
                .orElseGet(() -> fields.values().iterator().next());
        return FormPart.refuseAt(wrong, why);
    }

    private void open(Language language, String text) {
        String title = words.text("alliance.form.in-language", label, language.ownName());
        TextFieldBase<?, String> field = paragraph ? area(title) : FormPart.line(title);
        TypedLanguage.say(field, language.code());
        field.setValue(text);
        fields.put(language, field);
        texts.add(field);
        keeping.accept(language, field);
    }

    private TextArea area(String title) {
        TextArea area = FormPart.area(title);
        area.setMinRows(4);
        if (fields.isEmpty() && !hint.isEmpty()) {
            area.setHelperText(hint);
        }
        return area;
    }

    private void offer() {
        offers.removeAll();
        for (Language language : Language.values()) {
            if (!fields.containsKey(language) && language != elsewhere) {
                offers.add(offer(language));
            }
        }
        offers.setVisible(offers.getComponentCount() > 0);
    }

    private Component offer(Language language) {
        Button add = new Button(words.text("alliance.form.translate", language.ownName()), _ -> {
            open(language, "");
            offer();
            TextFieldBase<?, String> field = fields.get(language);
            if (field != null) {
                field.focus();
            }
        });
        add.addThemeVariants(ButtonVariant.TERTIARY);
        add.setAriaLabel(words.text("alliance.form.translate-of", label, language.ownName()));
        return add;
    }
}
