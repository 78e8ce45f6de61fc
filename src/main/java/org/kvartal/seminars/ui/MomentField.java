package org.kvartal.seminars.ui;

import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.kvartal.shell.DayField;
import org.kvartal.shell.PlainFields;

/** A day and a time of it, by the clock of the seminar; both may be missing, and a day without a time begins with it. */
class MomentField extends CustomField<LocalDateTime> {

    private final DayField day;
    private final TimePicker time;

    MomentField(String label, @Nullable LocalDateTime value, Words words) {
        setLabel(label);
        day = new DayField(words.text("seminars.field.day"), words.language());
        time = PlainFields.time(words.text("seminars.field.time"), words);
        time.setRequiredIndicatorVisible(false);
        add(PlainFields.beside(day, time));
        if (value != null) {
            setValue(value);
        }
    }

    @Override
    protected @Nullable LocalDateTime generateModelValue() {
        LocalDate date = day.getValue();
        LocalTime at = time.getValue();
        return date == null ? null : date.atTime(at == null ? LocalTime.MIDNIGHT : at);
    }

    @Override
    protected void setPresentationValue(@Nullable LocalDateTime value) {
        day.setValue(value == null ? null : value.toLocalDate());
        time.setValue(value == null ? null : value.toLocalTime());
    }
}
