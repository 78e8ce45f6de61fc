package org.kvartal.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PlainText;

/**
 * A text in one language at first; each other language is behind "Add a translation". Refusals call it by its name, and the wording of one language by
 * {@code name.ru}.
 */
public class LocalizedField extends Div {

    private final String name;
    private final String label;
    private final int rows;
    private final Language reader;
    private final Map<Language, TextFieldBase<?, String>> fields = new EnumMap<>(Language.class);
    private final Div texts = new Div();
    private final Div offers = new Div();
    private Language source;
    private boolean required;
    private String hint = "";
    private int pause;
    private Runnable changed = () -> {};
    private @Nullable Language elsewhere;
    private @Nullable UnsentText unsent;
    private @Nullable LocalizedField companion;
    private @Nullable LocalizedField lead;

    /**
     * One line: a name, a title.
     *
     * @param name how refusals call it, and under what it stays in the browser
     * @param reader in whose language a new text begins
     */
    public static LocalizedField line(String name, String label, Language reader) {
        return new LocalizedField(name, label, 0, reader);
    }

    /**
     * Several lines.
     *
     * @param name how refusals call it, and under what it stays in the browser
     * @param rows how high it is at first
     * @param reader in whose language a new text begins
     */
    public static LocalizedField block(String name, String label, int rows, Language reader) {
        return new LocalizedField(name, label, rows, reader);
    }

    private LocalizedField(String name, String label, int rows, Language reader) {
        this.name = name;
        this.label = label;
        this.rows = rows;
        this.reader = reader;
        this.source = reader;
        addClassName("localized");
        texts.addClassName("stack");
        offers.addClassNames("line", "offers");
        add(texts, offers);
        show(null);
    }

    /** It may not stay empty in its first language. */
    public LocalizedField required() {
        required = true;
        fields.forEach((language, field) -> field.setRequiredIndicatorVisible(language == source));
        return this;
    }

    /** What belongs there. */
    public LocalizedField hint(String words) {
        hint = words;
        first().ifPresent(field -> field.setHelperText(words));
        return this;
    }

    /** What follows once a wording is another. */
    public LocalizedField onChange(Runnable listener) {
        changed = listener;
        return this;
    }

    /** Tells what is typed after a pause already, and not only when the field is left. */
    public LocalizedField telling(int milliseconds) {
        pause = milliseconds;
        fields.values().forEach(this::tell);
        return this;
    }

    /** Is translated where that one is: has no button of its own, and a field in each language that one has a field in. */
    public LocalizedField following(LocalizedField other) {
        lead = other;
        other.companion = this;
        if (blank()) {
            source = other.source;
            show(Map.of(), source);
        }
        other.meet();
        offer();
        return this;
    }

    /** Keeps what is typed in the browser until the form is sent. */
    public LocalizedField keptBy(UnsentText form) {
        unsent = form;
        fields.forEach((language, field) -> form.keep(at(language), field));
        form.making(wanted -> language(wanted)
                .filter(language -> !fields.containsKey(language))
                .ifPresent(this::begin));
        return this;
    }

    /** Shows this text, null for none, and nothing else. */
    public LocalizedField show(@Nullable LocalizedText text) {
        source = text == null ? reader : text.source();
        show(text == null ? Map.of() : text.texts(), source);
        return this;
    }

    /** Shows the wordings and nothing else; the field of one language is there in any case, null for none. */
    public void show(Map<Language, String> wordings, @Nullable Language always) {
        fields.clear();
        texts.removeAll();
        if (always != null) {
            open(always, wordings.getOrDefault(always, ""));
        }
        for (Language language : Language.values()) {
            if (language != always && wordings.containsKey(language)) {
                open(language, wordings.getOrDefault(language, ""));
            }
        }
        meet();
        offer();
    }

    /** Does not offer a language in which the text stands elsewhere already. */
    public void without(@Nullable Language language) {
        elsewhere = language;
        offer();
    }

    /** @throws IllegalArgumentException where the text of its first language is missing: see {@link #incomplete} */
    public LocalizedText text() {
        return new LocalizedText(source, typed());
    }

    /** What was typed, null for nothing. Where the first language has none, another comes first. */
    public @Nullable LocalizedText textOrNull() {
        return LocalizedText.typed(source, typed());
    }

    /** What stands in the fields that are not empty. */
    public Map<Language, String> wordings() {
        Map<Language, String> wordings = typed();
        wordings.values().removeIf(LocalizedField::blank);
        return wordings;
    }

    /** Whether nothing stands there in any language. */
    public boolean blank() {
        return wordings().isEmpty();
    }

    /** Whether it is needed and missing; then it says so. */
    public boolean incomplete() {
        if (!required) {
            return false;
        }
        TextFieldBase<?, String> field = Objects.requireNonNull(fields.get(source));
        if (!blank(field.getValue())) {
            return false;
        }
        say(field, getTranslation("shell.sheet.missing"));
        return true;
    }

    /** Says what is wrong, at the wording that it is about; false where it is about something else. */
    public boolean refuse(String refused, String why) {
        if (!refused.equals(name) && !refused.startsWith(name + ".")) {
            return false;
        }
        Optional<TextFieldBase<?, String>> wrong = refused.equals(name)
                ? faulty()
                : language(refused)
                        .flatMap(language -> Optional.<TextFieldBase<?, String>>ofNullable(fields.get(language)))
                        .or(this::first);
        wrong.ifPresent(field -> say(field, why));
        return wrong.isPresent();
    }

    /** What was refused is looked at anew. */
    public void clear() {
        fields.values().forEach(field -> field.setInvalid(false));
    }

    public void focus() {
        first().ifPresent(TextFieldBase::focus);
    }

    /** Whether a wording was refused. */
    public boolean isWrong() {
        return firstWrong().isPresent();
    }

    /** Leads to the first wording that was refused. */
    public void focusWrong() {
        firstWrong().ifPresent(TextFieldBase::focus);
    }

    private Optional<TextFieldBase<?, String>> firstWrong() {
        return first().filter(TextFieldBase::isInvalid)
                .or(() -> fields.values().stream()
                        .filter(TextFieldBase::isInvalid)
                        .findFirst());
    }

    /** Where a refusal names no language it is about the one that is missing, or else the longest. */
    private Optional<TextFieldBase<?, String>> faulty() {
        return first().filter(field -> blank(field.getValue()))
                .or(() -> fields.values().stream()
                        .max(Comparator.comparingInt(field -> field.getValue().length())));
    }

    private Optional<TextFieldBase<?, String>> first() {
        TextFieldBase<?, String> field = fields.get(source);
        return field != null ? Optional.of(field) : fields.values().stream().findFirst();
    }

    private Optional<Language> language(String named) {
        return named.startsWith(name + ".") ? Language.of(named.substring(name.length() + 1)) : Optional.empty();
    }

    private String at(Language language) {
        return name + "." + language.code();
    }

    private Map<Language, String> typed() {
        Map<Language, String> typed = new EnumMap<>(Language.class);
        fields.forEach((language, field) -> typed.put(language, field.getValue()));
        return typed;
    }

    private static boolean blank(String text) {
        return PlainText.line(text).isEmpty();
    }

    /** Begins a translation. */
    private void begin(Language language) {
        open(language, "");
        meet();
        offer();
    }

    /** Brings a text and the one that follows it to the same languages. */
    private void meet() {
        if (lead != null) {
            lead.meet();
        }
        LocalizedField other = companion;
        if (other == null) {
            return;
        }
        for (Language language : Language.values()) {
            if (fields.containsKey(language) && !other.fields.containsKey(language)) {
                other.open(language, "");
            } else if (other.fields.containsKey(language) && !fields.containsKey(language)) {
                open(language, "");
            }
        }
        offer();
    }

    private void open(Language language, String text) {
        String title = label + " (" + language.ownName() + ")";
        TextFieldBase<?, String> field = rows == 0 ? new TextField(title) : area(title);
        TypedLanguage.say(field, language.code());
        field.setRequiredIndicatorVisible(required && language == source);
        if (fields.isEmpty() && !hint.isEmpty()) {
            field.setHelperText(hint);
        }
        field.setValue(text);
        tell(field);
        field.addValueChangeListener(_ -> {
            field.setInvalid(false);
            changed.run();
        });
        fields.put(language, field);
        texts.add(field);
        if (unsent != null) {
            unsent.keep(at(language), field);
        }
    }

    private TextArea area(String title) {
        TextArea area = new TextArea(title);
        area.setMinRows(rows);
        return area;
    }

    private void tell(TextFieldBase<?, String> field) {
        if (pause > 0) {
            field.setValueChangeMode(ValueChangeMode.LAZY);
            field.setValueChangeTimeout(pause);
        }
    }

    private void offer() {
        offers.removeAll();
        offers.add(new Span(getTranslation("shell.localized.add")));
        for (Language language : OfferedLanguages.all()) {
            if (!fields.containsKey(language) && language != elsewhere) {
                Button add = new Button(language.ownName(), _ -> {
                    begin(language);
                    Objects.requireNonNull(fields.get(language)).focus();
                });
                add.addThemeVariants(ButtonVariant.TERTIARY);
                add.setAriaLabel(getTranslation("shell.localized.add-of", label, language.ownName()));
                offers.add(add);
            }
        }
        offers.setVisible(lead == null && offers.getComponentCount() > 1);
    }

    private static void say(TextFieldBase<?, String> field, String why) {
        field.setErrorMessage(why);
        field.setInvalid(true);
        field.focus();
    }
}
