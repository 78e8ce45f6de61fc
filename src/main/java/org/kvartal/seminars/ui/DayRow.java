package org.kvartal.seminars.ui;

import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.kvartal.seminars.DayId;
import org.kvartal.seminars.SeminarDesk.Day;
import org.kvartal.shell.DayField;
import org.kvartal.shell.PlainFields;

/** A day. */
final class DayRow extends RowsField.Row {

    private final DayId id;
    private final DayField date;
    private final TimePicker start;
    private final TimePicker end;
    private final Words words;

    DayRow(@Nullable Day day, Words words) {
        this.words = words;
        id = day == null ? DayId.next() : day.id();
        date = new DayField(words.text("seminars.field.date"), words.language());
        start = PlainFields.time(words.text("seminars.field.start"), words);
        end = PlainFields.time(words.text("seminars.field.end"), words);
        date.setRequiredIndicatorVisible(true);
        start.setValue(day == null ? LocalTime.of(10, 0) : day.start());
        end.setValue(day == null ? LocalTime.of(17, 0) : day.end());
        if (day != null) {
            date.setValue(day.date());
        }
        add(PlainFields.beside(date, start, end));
    }

    Day day() {
        return new Day(id, date.getValue(), start.getValue(), end.getValue());
    }

    @Override
    boolean incomplete() {
        boolean ofDate = Pieces.missing(date, words);
        boolean ofStart = Pieces.missing(start, words);
        boolean ofEnd = Pieces.missing(end, words);
        return ofDate || ofStart || ofEnd;
    }

    @Override
    void focus() {
        date.focus();
    }
}
