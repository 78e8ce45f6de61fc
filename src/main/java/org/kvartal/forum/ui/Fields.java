package org.kvartal.forum.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.Duration;
import org.kvartal.forum.ItemKind;

/** Fields that several forms of the forum have. */
final class Fields {

    private static final Duration STEP = Duration.ofMinutes(15);

    private Fields() {}

    static IntegerField number(String label, int value, int least, int most, Words words) {
        IntegerField field = new IntegerField(label);
        field.setMin(least);
        field.setMax(most);
        field.setStepButtonsVisible(true);
        field.setRequiredIndicatorVisible(true);
        String wrong = words.text("kernel.refused.number", least, most);
        field.setI18n(new IntegerField.IntegerFieldI18n()
                .setBadInputErrorMessage(wrong)
                .setMinErrorMessage(wrong)
                .setMaxErrorMessage(wrong));
        field.setValue(value);
        return field;
    }

    static TimePicker time(String label, Words words) {
        TimePicker field = new TimePicker(label);
        field.setStep(STEP);
        field.setLocale(words.language().locale());
        field.setRequiredIndicatorVisible(true);
        field.setI18n(new TimePicker.TimePickerI18n().setBadInputErrorMessage(words.text("forum.refused.time")));
        return field;
    }

    static Select<ItemKind> kind(Words words) {
        Select<ItemKind> field = new Select<>();
        field.setLabel(words.text("forum.app.field.kind"));
        field.setItems(ItemKind.values());
        field.setItemLabelGenerator(one -> words.of("kind", one));
        field.setValue(ItemKind.DISCUSS);
        return field;
    }

    /** Two or three fields side by side, where there is room. */
    static Div beside(Component... fields) {
        Div beside = new Div(fields);
        beside.addClassName(fields.length == 2 ? "pair" : "triple");
        return beside;
    }
}
