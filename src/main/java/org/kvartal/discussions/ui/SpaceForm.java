package org.kvartal.discussions.ui;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.Autocapitalize;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kvartal.discussions.Conversations.NewSpace;
import org.kvartal.discussions.Conversations.Visibility;
import org.kvartal.discussions.SpaceId;
import org.kvartal.discussions.Threads.SpaceCard;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.PlainText;
import org.kvartal.kernel.Reader;
import org.kvartal.kernel.Refused;
import org.kvartal.shell.ErrorText;
import org.kvartal.shell.UnsentText;

/**
 * The fields of a space. One language is shown until somebody adds a translation. What is refused is said beside the field it is about, and
 * what was typed stays.
 */
class SpaceForm extends Div {

    private final Messages messages;
    private final Reader reader;
    private final Language source;
    private final TextField address = new TextField();
    private final Map<Language, TextField> names = new EnumMap<>(Language.class);
    private final Map<Language, TextField> descriptions = new EnumMap<>(Language.class);
    private final Div texts = new Div();
    private final Div translations = new Div();
    private final RadioButtonGroup<Visibility> audience = new RadioButtonGroup<>();
    private final ErrorText problem = new ErrorText();
    private final Button save = new Button();
    private final UnsentText unsent;
    private Runnable saved = () -> {};
    private Runnable left = () -> {};

    /** Saves what stands in the fields. */
    @FunctionalInterface
    interface Change {
        void to(LocalizedText name, @Nullable LocalizedText description, Visibility visibility);
    }

    /** The form of a space that is not there yet; its id is made with the form, so that a second press is the same space. */
    static SpaceForm making(Messages messages, Reader reader, Consumer<NewSpace> open) {
        SpaceId id = SpaceId.next();
        SpaceForm form = new SpaceForm(messages, reader, reader.language(), "space", true);
        form.save.setText(form.getTranslation("discussions.app.spaces.make"));
        form.saveBy((name, description, visibility) ->
                open.accept(new NewSpace(id, form.address.getValue().strip(), name, description, visibility)));
        form.language(form.source, "", "");
        form.audience.setValue(Visibility.MEMBERS);
        return form;
    }

    /** The form of a space that is there. */
    static SpaceForm changing(Messages messages, Reader reader, SpaceCard space, Change change) {
        SpaceForm form = new SpaceForm(messages, reader, space.name().source(), "space-" + space.id(), false);
        form.save.setText(form.getTranslation("discussions.app.spaces.save"));
        form.saveBy(change);
        Map<Language, String> about =
                space.description() == null ? Map.of() : space.description().texts();
        for (Language language : Language.values()) {
            if (space.name().texts().containsKey(language) || about.containsKey(language)) {
                form.language(
                        language, space.name().texts().getOrDefault(language, ""), about.getOrDefault(language, ""));
            }
        }
        form.audience.setValue(space.visibility());
        return form;
    }

    private SpaceForm(Messages messages, Reader reader, Language source, String form, boolean withAddress) {
        this.messages = messages;
        this.reader = reader;
        this.source = source;
        unsent = new UnsentText(reader.asker(), form);
        unsent.keep("address", address);
        unsent.making(name -> Language.of(name.substring(name.indexOf('.') + 1))
                .filter(language -> !names.containsKey(language))
                .ifPresent(language -> language(language, "", "")));
        addClassNames("form", "card", "space-form");
        texts.addClassName("stack");
        translations.addClassName("line");
        address.setLabel(getTranslation("discussions.app.spaces.address"));
        address.setHelperText(getTranslation("discussions.app.spaces.address-hint"));
        address.setRequiredIndicatorVisible(true);
        address.setVisible(withAddress);
        address.setAutocapitalize(Autocapitalize.NONE);
        address.addValueChangeListener(_ -> clear(address));
        audience.setLabel(getTranslation("discussions.app.spaces.audience"));
        audience.setHelperText(getTranslation("discussions.app.spaces.audience-hint"));
        audience.setItems(Visibility.PUBLIC, Visibility.MEMBERS);
        audience.setItemLabelGenerator(visibility -> getTranslation(
                visibility == Visibility.PUBLIC
                        ? "discussions.app.spaces.audience-public"
                        : "discussions.app.spaces.audience-members"));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.setDisableOnClick(true);
        save.addClickShortcut(Key.ENTER).listenOn(this);
        Button leave = new Button(getTranslation("discussions.app.spaces.cancel"), _ -> left.run());
        leave.addClickShortcut(Key.ESCAPE).listenOn(this);
        Div acts = new Div(save, leave);
        acts.addClassName("form-acts");
        add(unsent, texts, translations, address, audience, problem, acts);
        offerTranslations();
    }

    void onSaved(Runnable listener) {
        saved = listener;
    }

    void onLeft(Runnable listener) {
        left = listener;
    }

    void focus() {
        TextField first = names.get(source);
        if (first != null) {
            first.focus();
        }
    }

    /** Adds the fields of a language; gives back the one for the name. */
    private TextField language(Language language, String name, String description) {
        TextField nameField = field("discussions.app.spaces.name", language, name);
        nameField.setRequiredIndicatorVisible(language == source);
        TextField descriptionField = field("discussions.app.spaces.description", language, description);
        if (language == source) {
            descriptionField.setHelperText(getTranslation("discussions.app.spaces.description-hint"));
        }
        names.put(language, nameField);
        descriptions.put(language, descriptionField);
        texts.add(nameField, descriptionField);
        unsent.keep("name." + language.code(), nameField);
        unsent.keep("description." + language.code(), descriptionField);
        offerTranslations();
        return nameField;
    }

    private TextField field(String key, Language language, String text) {
        TextField field = new TextField(getTranslation(key, language.ownName()));
        field.getElement().setAttribute("lang", language.code());
        field.setValue(text);
        field.addValueChangeListener(_ -> clear(field));
        return field;
    }

    private void offerTranslations() {
        translations.removeAll();
        for (Language language : Language.values()) {
            if (!names.containsKey(language)) {
                Button add = new Button(
                        getTranslation("discussions.app.spaces.translate") + ": " + language.ownName(),
                        _ -> language(language, "", "").focus());
                add.addThemeVariants(ButtonVariant.TERTIARY);
                translations.add(add);
            }
        }
        translations.setVisible(names.size() < Language.values().length);
    }

    private void saveBy(Change change) {
        save.addClickListener(_ -> {
            try {
                save(change);
            } finally {
                save.setEnabled(true);
            }
        });
    }

    private void save(Change change) {
        problem.clear();
        if (incomplete()) {
            return;
        }
        try {
            change.to(text(names), descriptions(), audience.getValue());
        } catch (Refused refused) {
            say(refused);
            return;
        }
        unsent.sent();
        saved.run();
    }

    /** A translated description needs a name in that language; the source needs its name. */
    private boolean incomplete() {
        boolean incomplete = false;
        for (Map.Entry<Language, TextField> entry : names.entrySet()) {
            TextField name = entry.getValue();
            boolean wanted = entry.getKey() == source
                    || !PlainText.line(filled(descriptions, entry.getKey())).isEmpty();
            if (wanted && PlainText.line(name.getValue()).isEmpty()) {
                refuse(name, getTranslation("discussions.app.spaces.name-missing"));
                if (!incomplete) {
                    name.focus();
                }
                incomplete = true;
            }
        }
        return incomplete;
    }

    private void say(Refused refused) {
        String words = messages.text(reader.language(), refused);
        switch (refused.field()) {
            case "address" -> {
                refuse(address, words);
                address.focus();
            }
            case "name" -> refuseLongest(names, words);
            case "description" -> refuseLongest(descriptions, words);
            case null, default -> problem.say(words);
        }
    }

    /** The service names the kind of field; the longest of its texts is the one that does not fit. */
    private static void refuseLongest(Map<Language, TextField> fields, String words) {
        fields.values().stream()
                .max(Comparator.comparingInt(field -> field.getValue().length()))
                .ifPresent(field -> {
                    refuse(field, words);
                    field.focus();
                });
    }

    private static void refuse(HasValidation field, String words) {
        field.setInvalid(true);
        field.setErrorMessage(words);
    }

    private static void clear(HasValidation field) {
        field.setInvalid(false);
    }

    private LocalizedText text(Map<Language, TextField> fields) {
        return new LocalizedText(source, values(fields));
    }

    /** A description may stand in fewer languages than the name; where the source has none, another language is its source. */
    private @Nullable LocalizedText descriptions() {
        return LocalizedText.typed(source, values(descriptions));
    }

    private static Map<Language, String> values(Map<Language, TextField> fields) {
        Map<Language, String> values = new EnumMap<>(Language.class);
        fields.forEach((language, field) -> values.put(language, field.getValue()));
        return values;
    }

    private static String filled(Map<Language, TextField> fields, Language language) {
        TextField field = fields.get(language);
        return field == null ? "" : field.getValue();
    }
}
