package org.kvartal.seminars.ui;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.seminars.SeminarDesk.Day;
import org.kvartal.seminars.SeminarDesk.Part;
import org.kvartal.shell.LocalizedField;
import org.kvartal.shell.PlainFields;

/** What stands on a day. */
final class PartRow extends RowsField.Row {

    private final LocalizedField title;
    private final Select<Day> day = new Select<>();
    private final TimePicker start;
    private final TimePicker end;
    private final TextField room;
    private final TextField track;
    private final Words words;

    PartRow(@Nullable Part part, List<Day> days, Words words) {
        this.words = words;
        title = Fields.text(
                "part", words.text("seminars.field.title"), 1, true, part == null ? null : part.title(), words);
        day.setLabel(words.text("seminars.field.day"));
        day.setItems(days);
        day.setItemLabelGenerator(one -> words.day(one.date()));
        Day on = days.stream()
                .filter(one -> part != null && one.id().equals(part.day()))
                .findFirst()
                .orElse(days.getFirst());
        day.setValue(on);
        day.setVisible(days.size() > 1);
        start = PlainFields.time(words.text("seminars.field.start"), words);
        end = PlainFields.time(words.text("seminars.field.end"), words);
        start.setValue(part == null ? on.start() : part.start());
        end.setValue(part == null ? on.end() : part.end());
        room = new TextField(words.text("seminars.field.room"), part == null ? "" : part.room(), "");
        track = new TextField(words.text("seminars.field.track"), part == null ? "" : part.track(), "");
        add(title, PlainFields.beside(day, start, end), PlainFields.beside(room, track));
    }

    Part part() {
        return new Part(
                day.getValue().id(), title.text(), start.getValue(), end.getValue(), room.getValue(), track.getValue());
    }

    @Override
    boolean incomplete() {
        boolean ofTitle = title.incomplete();
        boolean ofStart = Pieces.missing(start, words);
        boolean ofEnd = Pieces.missing(end, words);
        return ofTitle || ofStart || ofEnd;
    }

    @Override
    void focus() {
        title.focus();
    }
}
