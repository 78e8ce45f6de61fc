package org.kvartal.seminars.ui;

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
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Refused;
import org.kvartal.shell.DayField;
import org.kvartal.shell.LocalizedField;
import org.kvartal.shell.Sheet;

/** A form put together field by field, for one act. */
class Ask extends Sheet {

    private static final Pattern CAPITAL = Pattern.compile("[A-Z]");

    final Words words;
    private final List<Component> parts = new ArrayList<>();
    private final Map<String, Select<?>> choices = new LinkedHashMap<>();
    private final Map<String, LocalizedField> texts = new LinkedHashMap<>();
    private final Map<String, RowsField<?>> lists = new HashMap<>();
    private final List<Details> folded = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final Map<Details, Set<String>> inside = new HashMap<>();
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

    TextField line(String name, String value, boolean needed) {
        TextField field = asking(name, new TextField(label(name)));
        field.setValue(value);
        field.setRequiredIndicatorVisible(needed);
        return field;
    }

    TextArea block(String name, String label, String value, boolean needed) {
        TextArea field = asking(name, new TextArea(label));
        field.setMinRows(3);
        field.setValue(value);
        field.setRequiredIndicatorVisible(needed);
        return field;
    }

    DayField day(String name, @Nullable LocalDate value, boolean needed) {
        DayField field = asking(name, new DayField(label(name), words.language()));
        if (value != null) {
            field.setValue(value);
        }
        field.setRequiredIndicatorVisible(needed);
        return field;
    }

    TimePicker time(String name, LocalTime value) {
        TimePicker field = asking(name, Fields.time(label(name), words));
        field.setValue(value);
        return field;
    }

    MomentField moment(String name, @Nullable LocalDateTime value) {
        return asking(name, new MomentField(label(name), value, words));
    }

    IntegerField number(String name, int value, int least, int most) {
        IntegerField field = asking(name, Fields.number(label(name), least, most, words));
        field.setValue(value);
        field.setRequiredIndicatorVisible(true);
        return field;
    }

    /** A number that may be missing. */
    IntegerField amount(String name, @Nullable Integer value, int least, int most) {
        IntegerField field = asking(name, Fields.number(label(name), least, most, words));
        if (value != null) {
            field.setValue(value);
        }
        return field;
    }

    <T> Select<T> choice(String name, String label, List<T> choices, ItemLabelGenerator<T> says, @Nullable T value) {
        Select<T> field = field(name, new Select<>());
        names.add(name);
        field.setLabel(label);
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
    <T> Select<T> option(
            String name, String label, String none, List<T> choices, ItemLabelGenerator<T> says, @Nullable T value) {
        Select<T> field = field(name, new Select<>());
        names.add(name);
        field.setLabel(label);
        field.setItems(choices);
        field.setEmptySelectionAllowed(true);
        field.setEmptySelectionCaption(none);
        field.setItemLabelGenerator(one -> one == null ? none : says.apply(one));
        if (value != null) {
            field.setValue(value);
        }
        parts.add(field);
        return field;
    }

    LocalizedField text(String name, int rows, boolean needed, @Nullable LocalizedText value) {
        LocalizedField field = Fields.text(name, label(name), rows, needed, value, words);
        field.keptBy(unsent());
        names.add(name);
        texts.put(name, field);
        parts.add(field);
        return field;
    }

    /** Lines of which there may be several, refused under one name. */
    <R extends RowsField.Row> RowsField<R> rows(String name, RowsField<R> field) {
        lists.put(name, field);
        parts.add(field);
        return field;
    }

    /** Fields side by side, where there is room. */
    Ask beside(Runnable fields) {
        Div beside = new Div(made(fields).toArray(Component[]::new));
        beside.addClassName("beside");
        parts.add(beside);
        return this;
    }

    /** What most leave out, folded away. */
    Ask folded(String title, Runnable fields) {
        int first = names.size();
        Div body = new Div(made(fields).toArray(Component[]::new));
        body.addClassName("stack");
        Details made = new Details(title, body);
        inside.put(made, Set.copyOf(names.subList(first, names.size())));
        folded.add(made);
        parts.add(made);
        return this;
    }

    private List<Component> made(Runnable fields) {
        int first = parts.size();
        fields.run();
        List<Component> inside = new ArrayList<>(parts.subList(first, parts.size()));
        parts.subList(first, parts.size()).clear();
        return inside;
    }

    /** A field made elsewhere, under the name by which refusals mention it. */
    <C extends Component & HasValidationProperties & HasValue<?, ?>> C asking(String name, C field) {
        parts.add(field);
        names.add(name);
        return field(name, field);
    }

    /** The label of a field, whose key has hyphens where its name has capitals. */
    String label(String name) {
        return words.text(
                "seminars.field." + CAPITAL.matcher(name).replaceAll("-$0").toLowerCase(Locale.ROOT));
    }

    /** Texts in several languages are no fields of the sheet: where one comes first, one begins there. */
    @Override
    public void focus() {
        LocalizedField text = names.isEmpty() ? null : texts.get(names.getFirst());
        if (text == null) {
            super.focus();
        } else {
            text.focus();
        }
    }

    /** Shows what it asks for; call it last. */
    Ask ready() {
        fill(parts.toArray(Component[]::new));
        return this;
    }

    /** Opens in a place and leaves it again. */
    void open(Div place, Runnable again) {
        ready().openIn(place, "seminars.app.done", again);
    }

    @Override
    protected boolean incomplete() {
        boolean missing = false;
        for (LocalizedField text : texts.values()) {
            missing |= text.incomplete();
        }
        for (RowsField<?> list : lists.values()) {
            missing |= list.incomplete();
        }
        if (super.incomplete()) {
            missing = true;
        }
        if (missing) {
            unfold(Ask::faulty);
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
        problems.forEach(this::unfold);
        return problems;
    }

    @Override
    protected boolean refuse(String field, String why) {
        String name = base(field);
        RowsField<?> list = lists.get(name);
        if (list != null) {
            list.refuse(why);
            return true;
        }
        LocalizedField text = texts.get(name);
        return text != null && text.refuse(field, why);
    }

    /** The name of the field that a refusal is about, without the language of its wording. */
    private static String base(String field) {
        int dot = field.indexOf('.');
        return dot < 0 ? field : field.substring(0, dot);
    }

    private static String base(Refused refused) {
        String field = refused.field();
        return field == null ? "" : base(field);
    }

    @Override
    protected void send() {
        lists.values().forEach(RowsField::clear);
        try {
            act.run();
        } catch (Refused refused) {
            // What is said beside a field has to be seen.
            refused.all().forEach(this::unfold);
            throw refused;
        }
    }

    private void unfold(Refused about) {
        unfold(part -> inside.getOrDefault(part, Set.of()).contains(base(about)));
    }

    private void unfold(Predicate<Details> wanted) {
        folded.stream().filter(wanted).forEach(part -> part.setOpened(true));
    }

    private static boolean faulty(Component part) {
        return (part instanceof HasValidationProperties field && field.isInvalid())
                || part.getChildren().anyMatch(Ask::faulty);
    }
}
