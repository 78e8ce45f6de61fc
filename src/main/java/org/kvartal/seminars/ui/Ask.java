package org.kvartal.seminars.ui;

import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.shell.AskSheet;
import org.kvartal.shell.DayField;
import org.kvartal.shell.LocalizedField;

/** A form of this module, whose fields are called after their names. */
final class Ask extends AskSheet<Ask> {

    private static final Pattern CAPITAL = Pattern.compile("[A-Z]");

    final Words words;

    /** @param press the key of what its button says */
    Ask(Words words, String form, String press) {
        super(words, form, words.text(press));
        this.words = words;
    }

    @Override
    protected Ask self() {
        return this;
    }

    /** Labels come worded here: questions of a seminar are written by people. */
    @Override
    protected String worded(String label) {
        return label;
    }

    TextField line(String name, String value, boolean needed) {
        return line(name, label(name), value, needed);
    }

    DayField day(String name, @Nullable LocalDate value, boolean needed) {
        return day(name, label(name), value, needed);
    }

    TimePicker time(String name, LocalTime value) {
        return time(name, label(name), value);
    }

    MomentField moment(String name, @Nullable LocalDateTime value) {
        return asking(name, new MomentField(label(name), value, words));
    }

    IntegerField number(String name, int value, int least, int most) {
        IntegerField field = amount(name, value, least, most);
        field.setRequiredIndicatorVisible(true);
        return field;
    }

    /** A number that may be missing. */
    IntegerField amount(String name, @Nullable Integer value, int least, int most) {
        return amount(name, label(name), value, least, most);
    }

    LocalizedField text(String name, int rows, boolean needed, @Nullable LocalizedText value) {
        return rows <= 1 ? title(name, label(name), needed, value) : text(name, label(name), rows, needed, value);
    }

    /** Lines of which there may be several, refused under one name. */
    <R extends RowsField.Row> RowsField<R> rows(String name, RowsField<R> field) {
        return group(field, field.called(name));
    }

    /** The label of a field, whose key has hyphens where its name has capitals. */
    String label(String name) {
        return words.text(
                "seminars.field." + CAPITAL.matcher(name).replaceAll("-$0").toLowerCase(Locale.ROOT));
    }
}
