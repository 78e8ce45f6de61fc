package org.kvartal.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.Duration;

/** Fields that say what they understand, in the reader's language. */
public final class PlainFields {

    private static final Duration STEP = Duration.ofMinutes(15);

    private PlainFields() {}

    /** A time of the day that is needed, in quarters of an hour; others may be typed. */
    public static TimePicker time(String label, ReaderWords words) {
        TimePicker field = new TimePicker(label);
        field.setStep(STEP);
        field.setLocale(words.language().locale());
        field.setRequiredIndicatorVisible(true);
        field.setI18n(new TimePicker.TimePickerI18n().setBadInputErrorMessage(words.text("shell.ask.time")));
        return field;
    }

    /** A whole number between two others. */
    public static IntegerField number(String label, int least, int most, ReaderWords words) {
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

    /** Fields side by side, where there is room. */
    public static Div beside(Component... fields) {
        Div beside = new Div(fields);
        beside.addClassName("beside");
        return beside;
    }
}
