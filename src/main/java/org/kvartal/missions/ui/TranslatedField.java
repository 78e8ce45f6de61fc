package org.kvartal.missions.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PlainText;
import org.kvartal.shell.TypedLanguage;
import org.kvartal.shell.UnsentText;

/** A text in one language at first; each other language is behind "Add a translation". */
class TranslatedField extends Div {

    private final Words words;
    private final Language source;
    private final String label;
    private final String kept;
    private final int rows;
    private final boolean needed;
    private final Map<Language, TextArea> names = new EnumMap<>(Language.class);
    private final Div fields = new Div();
    private final Div offers = new Div();
    private @Nullable UnsentText unsent;

    /**
     * @param kept under what it stays in the browser
     * @param rows how high the field is at first
     * @param needed whether it must not stay empty
     * @param name what stands there now, null for nothing
     */
    TranslatedField(Words words, String label, String kept, int rows, boolean needed, @Nullable LocalizedText name) {
        this.words = words;
        this.label = label;
        this.kept = kept;
        this.rows = rows;
        this.needed = needed;
        this.source = name == null ? words.language() : name.source();
        addClassNames("stack", "names");
        fields.addClassName("stack");
        offers.addClassNames("line", "offers");
        add(fields, offers);
        Map<Language, String> named = name == null ? Map.of() : name.texts();
        language(source, named.getOrDefault(source, ""));
        for (Language language : Language.values()) {
            if (language != source && named.containsKey(language)) {
                language(language, named.getOrDefault(language, ""));
            }
        }
        offer();
    }

    /** What is typed here stays in the browser as well, in all languages. */
    void keptBy(UnsentText form) {
        unsent = form;
        names.keySet().forEach(language -> keep(form, language));
    }

    /** Makes the field for a language that the browser remembers a name in. */
    void remember(String name) {
        if (name.startsWith(kept + ".")) {
            Language.of(name.substring(kept.length() + 1))
                    .filter(language -> !names.containsKey(language))
                    .ifPresent(language -> {
                        language(language, "");
                        offer();
                    });
        }
    }

    private void keep(UnsentText form, Language language) {
        form.keep(kept + "." + language.code(), Objects.requireNonNull(names.get(language)));
    }

    /** @throws IllegalArgumentException if {@link #incomplete} */
    LocalizedText text() {
        return Objects.requireNonNull(textOrNull());
    }

    /** What was typed, null for nothing. */
    @Nullable LocalizedText textOrNull() {
        Map<Language, String> values = new EnumMap<>(Language.class);
        names.forEach((language, field) -> values.put(language, field.getValue()));
        return LocalizedText.typed(source, values);
    }

    /** Whether the name is missing; then it says so. */
    boolean incomplete() {
        if (!needed) {
            return false;
        }
        TextArea name = Objects.requireNonNull(names.get(source));
        if (!PlainText.line(name.getValue()).isEmpty()) {
            return false;
        }
        say(name, words.text("missions.refused.missing"));
        return true;
    }

    /**
     * Says what is wrong, at the name of a language ({@code name.ru}); false where that is about something else.
     *
     * @param name how refusals call the name
     */
    boolean refuse(String field, String why, String name) {
        if (!field.startsWith(name + ".")) {
            return false;
        }
        TextArea wrong =
                Language.of(field.substring(name.length() + 1)).map(names::get).orElse(names.get(source));
        say(Objects.requireNonNull(wrong), why);
        return true;
    }

    void focus() {
        Objects.requireNonNull(names.get(source)).focus();
    }

    private TextArea language(Language language, String name) {
        TextArea field = new TextArea(label + " (" + language.ownName() + ")");
        field.setMinRows(rows);
        field.setRequiredIndicatorVisible(needed && language == source);
        field.setValue(name);
        TypedLanguage.say(field, language.code());
        field.addValueChangeListener(_ -> field.setInvalid(false));
        names.put(language, field);
        fields.add(field);
        if (unsent != null) {
            keep(unsent, language);
        }
        return field;
    }

    private void offer() {
        offers.removeAll();
        offers.add(new Span(words.text("missions.app.translations")));
        for (Language language : Language.values()) {
            if (!names.containsKey(language)) {
                Button add = new Button(language.ownName(), _ -> {
                    language(language, "").focus();
                    offer();
                });
                add.addThemeVariants(ButtonVariant.TERTIARY);
                add.setAriaLabel(words.text("missions.app.translation", language.ownName()));
                offers.add(add);
            }
        }
        offers.setVisible(names.size() < Language.values().length);
    }

    private static void say(TextArea field, String why) {
        field.setErrorMessage(why);
        field.setInvalid(true);
        field.focus();
    }
}
