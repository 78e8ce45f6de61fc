package org.kvartal.seminars.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.shell.LocalizedField;

/** Fields that several forms have. */
final class Fields {

    private static final Duration STEP = Duration.ofMinutes(15);

    private Fields() {}

    static TimePicker time(String label, Words words) {
        TimePicker field = new TimePicker(label);
        field.setStep(STEP);
        field.setLocale(words.language().locale());
        field.setRequiredIndicatorVisible(true);
        field.setI18n(new TimePicker.TimePickerI18n().setBadInputErrorMessage(words.text("seminars.refused.time")));
        return field;
    }

    static IntegerField number(String label, int least, int most, Words words) {
        IntegerField field = new IntegerField(label);
        field.setMin(least);
        field.setMax(most);
        String wrong = words.text("kernel.refused.number", least, most);
        field.setI18n(new IntegerField.IntegerFieldI18n()
                .setBadInputErrorMessage(wrong)
                .setMinErrorMessage(wrong)
                .setMaxErrorMessage(wrong));
        return field;
    }

    /** A text in one language or more; one line where it has a row at most. */
    static LocalizedField text(
            String name, String label, int rows, boolean needed, @Nullable LocalizedText value, Words words) {
        LocalizedField field = (rows <= 1
                        ? LocalizedField.line(name, label, words.language())
                        : LocalizedField.block(name, label, rows, words.language()))
                .show(value);
        return needed ? field.required() : field;
    }

    /** Fields side by side, where there is room. */
    static Div beside(Component... fields) {
        Div beside = new Div(fields);
        beside.addClassName("beside");
        return beside;
    }
}
