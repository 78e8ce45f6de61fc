package org.kvartal.discussions.ui;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.Autocapitalize;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kvartal.discussions.Conversations.NewSpace;
import org.kvartal.discussions.Conversations.Visibility;
import org.kvartal.discussions.SpaceId;
import org.kvartal.discussions.Threads.SpaceCard;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Reader;
import org.kvartal.kernel.Refused;
import org.kvartal.shell.ErrorText;
import org.kvartal.shell.LocalizedField;
import org.kvartal.shell.UnsentText;

/**
 * The fields of a space. One language is shown until somebody adds a translation. What is refused is said beside the field it is about, and
 * what was typed stays.
 */
class SpaceForm extends Div {

    private final Messages messages;
    private final Reader reader;
    private final TextField address = new TextField();
    private final LocalizedField name;
    private final LocalizedField description;
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
        SpaceForm form = new SpaceForm(messages, reader, null, "space", true);
        form.save.setText(form.getTranslation("discussions.app.spaces.make"));
        form.saveBy((name, description, visibility) ->
                open.accept(new NewSpace(id, form.address.getValue().strip(), name, description, visibility)));
        form.audience.setValue(Visibility.MEMBERS);
        return form;
    }

    /** The form of a space that is there. */
    static SpaceForm changing(Messages messages, Reader reader, SpaceCard space, Change change) {
        SpaceForm form = new SpaceForm(messages, reader, space, "space-" + space.id(), false);
        form.save.setText(form.getTranslation("discussions.app.spaces.save"));
        form.saveBy(change);
        form.audience.setValue(space.visibility());
        return form;
    }

    private SpaceForm(Messages messages, Reader reader, @Nullable SpaceCard space, String form, boolean withAddress) {
        this.messages = messages;
        this.reader = reader;
        unsent = new UnsentText(reader.asker(), form);
        unsent.keep("address", address);
        name = LocalizedField.line("name", getTranslation("discussions.app.spaces.name"), reader.language())
                .required()
                .keptBy(unsent)
                .show(space == null ? null : space.name());
        description = LocalizedField.line(
                        "description", getTranslation("discussions.app.spaces.description"), reader.language())
                .hint(getTranslation("discussions.app.spaces.description-hint"))
                .keptBy(unsent)
                .show(space == null ? null : space.description())
                .following(name);
        addClassNames("form", "card", "space-form");
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
        add(unsent, name, description, address, audience, problem, acts);
    }

    void onSaved(Runnable listener) {
        saved = listener;
    }

    void onLeft(Runnable listener) {
        left = listener;
    }

    void focus() {
        name.focus();
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
            change.to(name.text(), description.textOrNull(), audience.getValue());
        } catch (Refused refused) {
            say(refused);
            return;
        }
        unsent.sent();
        saved.run();
    }

    /** A translated description needs a name in that language; the source needs its name. */
    private boolean incomplete() {
        boolean incomplete = name.incomplete();
        for (Language language : description.wordings().keySet()) {
            if (!incomplete && !name.wordings().containsKey(language)) {
                incomplete =
                        name.refuse("name." + language.code(), getTranslation("discussions.app.spaces.name-missing"));
            }
        }
        return incomplete;
    }

    private void say(Refused refused) {
        String words = messages.text(reader.language(), refused);
        String field = refused.field();
        if ("address".equals(field)) {
            refuse(address, words);
            address.focus();
        } else if (field == null || !(name.refuse(field, words) || description.refuse(field, words))) {
            problem.say(words);
        }
    }

    private static void refuse(HasValidation field, String words) {
        field.setInvalid(true);
        field.setErrorMessage(words);
    }

    private static void clear(HasValidation field) {
        field.setInvalid(false);
    }
}
