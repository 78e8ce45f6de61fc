package org.kvartal.calendar.ui;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Comparator;
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

/** What an event is called and what it is, in one language at first; each other one is behind "Add a translation". */
class TitleFields extends Div {

    private final Desk desk;
    private final UnsentText unsent;
    private final Language source;
    private final Map<Language, TextField> titles = new EnumMap<>(Language.class);
    private final Map<Language, TextArea> abouts = new EnumMap<>(Language.class);
    private final Div fields = new Div();
    private final Div offers = new Div();

    /** @param title what stands there now, null for nothing */
    TitleFields(Desk desk, UnsentText unsent, @Nullable LocalizedText title, @Nullable LocalizedText about) {
        this.desk = desk;
        this.unsent = unsent;
        this.source = title == null ? desk.language() : title.source();
        addClassName("stack");
        fields.addClassName("stack");
        offers.addClassNames("line", "offers");
        add(fields, offers);
        Map<Language, String> named = title == null ? Map.of() : title.texts();
        Map<Language, String> told = about == null ? Map.of() : about.texts();
        language(source, named.getOrDefault(source, ""), told.getOrDefault(source, ""));
        for (Language language : Language.values()) {
            if (language != source && (named.containsKey(language) || told.containsKey(language))) {
                language(language, named.getOrDefault(language, ""), told.getOrDefault(language, ""));
            }
        }
        offer();
        unsent.making(name -> Language.of(name.substring(name.indexOf('.') + 1))
                .filter(language -> !titles.containsKey(language))
                .ifPresent(language -> {
                    language(language, "", "");
                    offer();
                }));
    }

    /** Null while it is missing; then it says so. */
    @Nullable LocalizedText title() {
        TextField title = Objects.requireNonNull(titles.get(source));
        if (PlainText.line(title.getValue()).isEmpty()) {
            title.setErrorMessage(desk.text("calendar.refused.missing"));
            title.setInvalid(true);
            return null;
        }
        return new LocalizedText(source, values(titles));
    }

    /** It may stand in fewer languages than the title. */
    @Nullable LocalizedText about() {
        return LocalizedText.typed(source, values(abouts));
    }

    /** Says what is wrong, at the title of a language ({@code title.ru}) or at the longest text; false where it is about neither. */
    boolean refuse(String field, String why) {
        if (field.equals("about")) {
            abouts.values().stream()
                    .max(Comparator.comparingInt(area -> area.getValue().length()))
                    .ifPresent(area -> {
                        area.setErrorMessage(why);
                        area.setInvalid(true);
                        area.focus();
                    });
            return true;
        }
        if (!field.startsWith("title.")) {
            return false;
        }
        TextField wrong =
                Language.of(field.substring("title.".length())).map(titles::get).orElse(titles.get(source));
        Objects.requireNonNull(wrong).setErrorMessage(why);
        wrong.setInvalid(true);
        wrong.focus();
        return true;
    }

    void focus() {
        Objects.requireNonNull(titles.get(source)).focus();
    }

    private TextField language(Language language, String title, String about) {
        TextField titleField = new TextField(label("calendar.form.title", language));
        titleField.setRequiredIndicatorVisible(language == source);
        titleField.setValue(title);
        TypedLanguage.say(titleField, language.code());
        titleField.addValueChangeListener(_ -> titleField.setInvalid(false));
        TextArea aboutField = new TextArea(label("calendar.form.about", language));
        aboutField.setMinRows(3);
        aboutField.setValue(about);
        TypedLanguage.say(aboutField, language.code());
        aboutField.addValueChangeListener(_ -> aboutField.setInvalid(false));
        titles.put(language, titleField);
        abouts.put(language, aboutField);
        fields.add(titleField, aboutField);
        unsent.keep("title." + language.code(), titleField);
        unsent.keep("about." + language.code(), aboutField);
        return titleField;
    }

    private String label(String key, Language language) {
        return desk.text(key) + " (" + language.ownName() + ")";
    }

    private void offer() {
        offers.removeAll();
        for (Language language : Language.values()) {
            if (!titles.containsKey(language)) {
                Button add = new Button(desk.text("calendar.form.translation", language.ownName()), _ -> {
                    language(language, "", "").focus();
                    offer();
                });
                add.addThemeVariants(ButtonVariant.TERTIARY);
                offers.add(add);
            }
        }
        offers.setVisible(titles.size() < Language.values().length);
    }

    private static Map<Language, String> values(Map<Language, ? extends HasValue<?, String>> fields) {
        Map<Language, String> values = new HashMap<>();
        fields.forEach((language, field) -> values.put(language, field.getValue()));
        return values;
    }
}
