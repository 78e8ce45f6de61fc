package org.kvartal.missions.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.ItemLabelGenerator;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Refused;
import org.kvartal.shell.DayField;
import org.kvartal.shell.LocalizedField;
import org.kvartal.shell.Sheet;

/** A form put together field by field, for one act. */
class Ask extends Sheet {

    private static final Duration STEP = Duration.ofMinutes(15);

    final Words words;
    private final List<Component> parts = new ArrayList<>();
    private final Map<String, Select<?>> choices = new LinkedHashMap<>();
    private final List<Asked> groups = new ArrayList<>();
    private @Nullable Details folded;
    private @Nullable Supplier<Runnable> apart;
    private Runnable act = () -> {};

    Ask(Words words, String form, String press) {
        super(words.messages(), words.reader(), form, words.text(press));
        this.words = words;
    }

    Ask doing(Runnable what) {
        act = what;
        return this;
    }

    /**
     * What takes long is done outside the page's turn.
     *
     * @param what reads the fields, in the page's turn, and says what is to be done
     */
    Ask apart(Supplier<Runnable> what) {
        apart = what;
        return this;
    }

    @Override
    protected @Nullable Runnable apart() {
        return apart == null ? null : apart.get();
    }

    Ask note(String words) {
        parts.add(new Paragraph(words));
        return this;
    }

    Ask with(Component part) {
        parts.add(part);
        return this;
    }

    Ask harmful() {
        warn();
        return this;
    }

    TextField line(String name, String label, String value, boolean needed) {
        TextField field = field(name, new TextField(words.text(label)));
        field.setValue(value);
        field.setRequiredIndicatorVisible(needed);
        parts.add(field);
        return field;
    }

    TextArea block(String name, String label, String value, boolean needed) {
        TextArea field = field(name, new TextArea(words.text(label)));
        field.setMinRows(3);
        field.setValue(value);
        field.setRequiredIndicatorVisible(needed);
        parts.add(field);
        return field;
    }

    DayField day(String name, String label, @Nullable LocalDate value, boolean needed) {
        DayField field = field(name, new DayField(words.text(label), words.language()));
        if (value != null) {
            field.setValue(value);
        }
        field.setRequiredIndicatorVisible(needed);
        parts.add(field);
        return field;
    }

    TimePicker time(String name, String label, @Nullable LocalTime value) {
        TimePicker field = field(name, new TimePicker(words.text(label)));
        field.setStep(STEP);
        field.setLocale(words.language().locale());
        field.setI18n(new TimePicker.TimePickerI18n().setBadInputErrorMessage(words.text("missions.refused.time")));
        if (value != null) {
            field.setValue(value);
        }
        field.setRequiredIndicatorVisible(true);
        parts.add(field);
        return field;
    }

    IntegerField number(String name, String label, int value, int least, int most) {
        IntegerField field = field(name, new IntegerField(words.text(label)));
        field.setMin(least);
        field.setMax(most);
        field.setStepButtonsVisible(true);
        field.setValue(value);
        field.setRequiredIndicatorVisible(true);
        String wrong = words.text("missions.refused.number", least, most);
        field.setI18n(new IntegerField.IntegerFieldI18n()
                .setBadInputErrorMessage(wrong)
                .setMinErrorMessage(wrong)
                .setMaxErrorMessage(wrong));
        parts.add(field);
        return field;
    }

    <T> Select<T> choice(String name, String label, List<T> choices, ItemLabelGenerator<T> says, @Nullable T value) {
        Select<T> field = field(name, new Select<>());
        field.setLabel(words.text(label));
        field.setItems(choices);
        field.setItemLabelGenerator(says);
        if (value != null) {
            field.setValue(value);
        }
        // Not marked as needed: the button that it is made of may not say so to screen readers.
        this.choices.put(name, field);
        parts.add(field);
        return field;
    }

    /** One of some that may be left open. */
    <T> Select<T> option(String name, String label, List<T> choices, ItemLabelGenerator<T> says, @Nullable T value) {
        Select<T> field = field(name, new Select<>());
        field.setLabel(words.text(label));
        field.setItems(choices);
        field.setEmptySelectionAllowed(true);
        field.setEmptySelectionCaption(words.text("missions.app.unsaid"));
        field.setItemLabelGenerator(one -> one == null ? words.text("missions.app.unsaid") : says.apply(one));
        if (value != null) {
            field.setValue(value);
        }
        parts.add(field);
        return field;
    }

    LocalizedField text(String name, String label, int rows, boolean needed, @Nullable LocalizedText value) {
        LocalizedField field = field(LocalizedField.block(name, words.text(label), rows, words.language()))
                .show(value);
        parts.add(field);
        return needed ? field.required() : field;
    }

    /** Several fields that belong together and are none of the form's own. */
    <C extends Component & Asked> C group(C fields) {
        groups.add(fields);
        parts.add(fields);
        return fields;
    }

    /**
     * What most leave out, folded away.
     *
     * @param open whether it is there already
     */
    Ask folded(boolean open, Runnable fields) {
        int first = parts.size();
        fields.run();
        List<Component> inside = new ArrayList<>(parts.subList(first, parts.size()));
        parts.subList(first, parts.size()).clear();
        Div body = new Div(inside.toArray(Component[]::new));
        body.addClassName("stack");
        Details made = new Details(words.text("missions.app.more"), body);
        made.setOpened(open);
        folded = made;
        parts.add(made);
        return this;
    }

    /** A field made elsewhere, under the name by which refusals mention it. */
    <C extends Component & HasValidationProperties & HasValue<?, ?>> C asking(String name, C field) {
        parts.add(field);
        return field(name, field);
    }

    /** Shows what it asks for; call it last. */
    Ask ready() {
        fill(parts.toArray(Component[]::new));
        return this;
    }

    /** Opens in a place and leaves it again. */
    void open(Div place, Runnable again) {
        ready().openIn(place, "missions.app.done", again);
    }

    @Override
    protected boolean incomplete() {
        boolean missing = false;
        for (Asked group : groups) {
            if (group.incomplete()) {
                missing = true;
                unfold();
            }
        }
        if (super.incomplete()) {
            unfold();
            return true;
        }
        return missing;
    }

    @Override
    protected List<Refused> problems() {
        List<Refused> problems = super.problems();
        choices.forEach((name, choice) -> {
            if (choice.isEmpty()) {
                problems.add(Refused.at(name, "shell.sheet.choose"));
            }
        });
        return problems;
    }

    @Override
    protected boolean refuse(String field, String why) {
        for (Asked group : groups) {
            if (group.refuse(field, why)) {
                unfold();
                return true;
            }
        }
        return super.refuse(field, why);
    }

    @Override
    protected void send() {
        try {
            act.run();
        } catch (Refused refused) {
            // What is said beside a field has to be seen.
            unfold();
            throw refused;
        }
    }

    private void unfold() {
        if (folded != null) {
            folded.setOpened(true);
        }
    }
}
