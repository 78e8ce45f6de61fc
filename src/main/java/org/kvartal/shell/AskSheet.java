package org.kvartal.shell;

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
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Refused;

/**
 * A form put together field by field, for one act. What is refused in a part that is folded away unfolds it, since what is said beside a field has to be seen.
 *
 * @param <S> the form of a module, which says how its fields are called
 */
public abstract class AskSheet<S extends AskSheet<S>> extends Sheet {

    /** How many rows the field of a longer text has at first. */
    private static final int ROWS = 3;

    private final ReaderWords words;
    private final List<Component> parts = new ArrayList<>();
    private final Map<String, Component> named = new LinkedHashMap<>();
    private final Map<String, Select<?>> choices = new LinkedHashMap<>();
    private final Map<Component, Asked> groups = new LinkedHashMap<>();
    private final List<Details> folds = new ArrayList<>();
    private @Nullable Supplier<Runnable> apart;
    private Runnable act = () -> {};

    /** Several fields that belong together in a form and are none of its own. */
    public interface Asked {

        /** Whether something is missing; then it says so. */
        boolean incomplete();

        /** Says what is wrong at a field; false where that is none of these. */
        boolean refuse(String field, String why);

        /** Takes back what was said. */
        default void clear() {}
    }

    /** @param press what the button says that sends it */
    protected AskSheet(ReaderWords words, String form, String press) {
        super(words, form, press);
        this.words = words;
    }

    /** This form, for the next call. */
    protected abstract S self();

    /** What stands at a field: the text of a key, unless a module names its fields otherwise. */
    protected String worded(String label) {
        return words.text(label);
    }

    public final S doing(Runnable what) {
        act = what;
        return self();
    }

    /**
     * What takes long is done outside the page's turn.
     *
     * @param what reads the fields, in the page's turn, and says what is to be done
     */
    public final S apart(Supplier<Runnable> what) {
        apart = what;
        return self();
    }

    @Override
    protected final @Nullable Runnable apart() {
        return apart == null ? null : apart.get();
    }

    public final S note(String text) {
        return with(new Paragraph(text));
    }

    public final S with(Component part) {
        parts.add(part);
        return self();
    }

    /** The press means harm. */
    public final S harmful() {
        warn();
        return self();
    }

    public final TextField line(String name, String label, String value, boolean needed) {
        TextField field = asking(name, new TextField(worded(label)));
        field.setValue(value);
        field.setRequiredIndicatorVisible(needed);
        return field;
    }

    public final TextArea block(String name, String label, String value, boolean needed) {
        TextArea field = asking(name, new TextArea(worded(label)));
        field.setMinRows(ROWS);
        field.setValue(value);
        field.setRequiredIndicatorVisible(needed);
        return field;
    }

    public final DayField day(String name, String label, @Nullable LocalDate value, boolean needed) {
        DayField field = asking(name, new DayField(worded(label), words.language()));
        if (value != null) {
            field.setValue(value);
        }
        field.setRequiredIndicatorVisible(needed);
        return field;
    }

    public final TimePicker time(String name, String label, @Nullable LocalTime value) {
        TimePicker field = asking(name, PlainFields.time(worded(label), words));
        if (value != null) {
            field.setValue(value);
        }
        return field;
    }

    public final IntegerField number(String name, String label, int value, int least, int most) {
        IntegerField field = amount(name, label, value, least, most);
        field.setStepButtonsVisible(true);
        field.setRequiredIndicatorVisible(true);
        return field;
    }

    /** A whole number that may be missing. */
    public final IntegerField amount(String name, String label, @Nullable Integer value, int least, int most) {
        IntegerField field = asking(name, PlainFields.number(worded(label), least, most, words));
        if (value != null) {
            field.setValue(value);
        }
        return field;
    }

    public final <T> Select<T> choice(
            String name, String label, List<T> choices, ItemLabelGenerator<T> says, @Nullable T value) {
        Select<T> field = select(name, label, choices, says, value);
        // Not marked as needed: the button that it is made of may not say so to screen readers.
        this.choices.put(name, field);
        return field;
    }

    /** One of some that may be left open. */
    public final <T> Select<T> option(
            String name, String label, List<T> choices, ItemLabelGenerator<T> says, @Nullable T value) {
        return option(name, label, words.text("shell.ask.unsaid"), choices, says, value);
    }

    /** @param none what is shown where it is left open */
    public final <T> Select<T> option(
            String name, String label, String none, List<T> choices, ItemLabelGenerator<T> says, @Nullable T value) {
        Select<T> field = select(name, label, choices, one -> one == null ? none : says.apply(one), value);
        field.setEmptySelectionAllowed(true);
        field.setEmptySelectionCaption(none);
        return field;
    }

    private <T> Select<T> select(
            String name, String label, List<T> choices, ItemLabelGenerator<T> says, @Nullable T value) {
        Select<T> field = asking(name, new Select<>());
        field.setLabel(worded(label));
        field.setItems(choices);
        field.setItemLabelGenerator(says);
        if (value != null) {
            field.setValue(value);
        }
        return field;
    }

    /** A text in one language or more. */
    public final LocalizedField text(
            String name, String label, int rows, boolean needed, @Nullable LocalizedText value) {
        return text(name, LocalizedField.block(name, worded(label), rows, words.language()), needed, value);
    }

    /** The same on one line. */
    public final LocalizedField title(String name, String label, boolean needed, @Nullable LocalizedText value) {
        return text(name, LocalizedField.line(name, worded(label), words.language()), needed, value);
    }

    private LocalizedField text(String name, LocalizedField made, boolean needed, @Nullable LocalizedText value) {
        LocalizedField field = field(made).show(value);
        named.put(name, field);
        parts.add(field);
        return needed ? field.required() : field;
    }

    /** Several fields that belong together and are none of the form's own. */
    public final <C extends Component & Asked> C group(C fields) {
        return group(fields, fields);
    }

    /** @param asked speaks for them */
    public final <C extends Component> C group(C fields, Asked asked) {
        groups.put(fields, asked);
        parts.add(fields);
        return fields;
    }

    /** A field made elsewhere, under the name by which refusals mention it. */
    public final <C extends Component & HasValidationProperties & HasValue<?, ?>> C asking(String name, C field) {
        parts.add(field);
        named.put(name, field);
        return field(name, field);
    }

    /** Fields side by side, where there is room. */
    public final S beside(Runnable fields) {
        return with(PlainFields.beside(made(fields)));
    }

    /** What most leave out, folded away. */
    public final S folded(String title, Runnable fields) {
        return folded(title, false, fields);
    }

    /** @param open whether it is there already */
    public final S folded(boolean open, Runnable fields) {
        return folded(words.text("shell.ask.more"), open, fields);
    }

    private S folded(String title, boolean open, Runnable fields) {
        Div body = new Div(made(fields));
        body.addClassName("stack");
        Details fold = new Details(title, body);
        fold.setOpened(open);
        folds.add(fold);
        return with(fold);
    }

    private Component[] made(Runnable fields) {
        int first = parts.size();
        fields.run();
        List<Component> inside = parts.subList(first, parts.size());
        Component[] made = inside.toArray(Component[]::new);
        inside.clear();
        return made;
    }

    /** Shows what it asks for; call it last. */
    public final S ready() {
        fill(parts.toArray(Component[]::new));
        return self();
    }

    /** Opens in a place and leaves it again. */
    public final void open(Div place, Runnable again) {
        ready().openIn(place, "shell.ask.done", again);
    }

    @Override
    protected final boolean incomplete() {
        boolean missing = groups.values().stream().filter(Asked::incomplete).count() > 0;
        // Both say what is wrong.
        missing = super.incomplete() || missing;
        if (missing) {
            unfold(AskSheet::faulty);
        }
        return missing;
    }

    @Override
    protected final List<Refused> problems() {
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
    protected final boolean refuse(String field, String why) {
        return groups.entrySet().stream()
                .filter(group -> group.getValue().refuse(field, why))
                .findFirst()
                .map(group -> {
                    unfold(fold -> holds(fold, group.getKey()));
                    return true;
                })
                .orElse(false);
    }

    @Override
    protected final void send() {
        groups.values().forEach(Asked::clear);
        try {
            act.run();
        } catch (Refused refused) {
            refused.all().forEach(this::unfold);
            throw refused;
        }
    }

    /** Opens what a refusal is about; the language of a wording follows the name of its field. */
    private void unfold(Refused about) {
        String field = about.field();
        Component where = field == null ? null : named.get(field.split("\\.", 2)[0]);
        if (where == null && field != null) {
            where = named.get(field);
        }
        if (where != null) {
            Component inside = where;
            unfold(fold -> holds(fold, inside));
        }
    }

    private void unfold(Predicate<Details> wanted) {
        folds.stream().filter(wanted).forEach(fold -> fold.setOpened(true));
    }

    private static boolean holds(Component outer, Component inner) {
        return outer.equals(inner)
                || inner.getParent().filter(parent -> holds(outer, parent)).isPresent();
    }

    private static boolean faulty(Component part) {
        return (part instanceof HasValidationProperties field && field.isInvalid())
                || part.getChildren().anyMatch(AskSheet::faulty);
    }
}
