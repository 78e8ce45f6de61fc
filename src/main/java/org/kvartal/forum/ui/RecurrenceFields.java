package org.kvartal.forum.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.calendar.Recurrence;
import org.kvartal.calendar.Repetition;
import org.kvartal.calendar.Repetition.Rhythm;
import org.kvartal.forum.SeriesBook;
import org.kvartal.shell.DayField;

/** When the sessions of a series take place: the first day says which days can be repeated, and the next ones are shown at once. */
class RecurrenceFields extends Div {

    private static final int SHOWN = 4;

    private final SeriesBook series;
    private final Words words;
    private final DayField day;
    private final TimePicker time;
    private final Select<Step> step = new Select<>();
    private final Paragraph preview = new Paragraph();
    private ZoneId zone;
    private Runnable changed = () -> {};

    /** One of the ways in which that first day can be repeated. */
    private record Step(Rhythm rhythm, int every) {}

    /** @param now what stands there now, null for nothing */
    RecurrenceFields(WordedSheet sheet, SeriesBook series, @Nullable Recurrence now, ZoneId zone, Words words) {
        this.series = series;
        this.words = words;
        this.zone = zone;
        addClassName("stack");
        day = sheet.asked("starts", new DayField(words.text("forum.app.field.first-day"), words.language()));
        day.setRequiredIndicatorVisible(true);
        time = sheet.asked("time", Fields.time(words.text("forum.app.field.time"), words));
        step.setLabel(words.text("forum.app.field.repeats"));
        sheet.asked("recurrence", step);
        step.setItemLabelGenerator(this::label);
        step.setHelperText(words.text("forum.app.field.repeats-hint"));
        preview.addClassName("preview");
        preview.getElement().setAttribute("role", "status");
        time.setValue(now == null ? LocalTime.of(18, 0) : now.start().toLocalTime());
        if (now != null) {
            day.setValue(now.start().toLocalDate());
        }
        offer(
                now == null
                        ? null
                        : new Step(now.repetition().rhythm(), now.repetition().every()));
        day.addValueChangeListener(_ -> {
            offer(step.getValue());
            show();
        });
        time.addValueChangeListener(_ -> show());
        step.addValueChangeListener(_ -> show());
        add(Fields.beside(day, time), step, preview);
        show();
    }

    void at(ZoneId place) {
        zone = place;
        show();
    }

    void onChange(Runnable listener) {
        changed = listener;
    }

    /** Empty where something is missing. */
    Optional<Recurrence> recurrence() {
        LocalDate first = day.getValue();
        LocalTime at = time.getValue();
        Step chosen = step.getValue();
        return first == null || at == null || chosen == null
                ? Optional.empty()
                : Optional.of(new Recurrence(
                        first.atTime(at), zone, false, new Repetition(chosen.rhythm(), chosen.every(), null, null)));
    }

    /** What the first day allows: a fifth Thursday is the last one, too. */
    private void offer(@Nullable Step wish) {
        LocalDate first = day.getValue();
        List<Step> steps = new ArrayList<>();
        if (first != null) {
            steps.add(new Step(Rhythm.MONTHLY_ON_WEEKDAY, 1));
            if (Recurrence.isLastOfMonth(first)) {
                steps.add(new Step(Rhythm.MONTHLY_ON_LAST_WEEKDAY, 1));
            }
            steps.add(new Step(Rhythm.MONTHLY_ON_DAY, 1));
            steps.add(new Step(Rhythm.WEEKLY, 1));
            steps.add(new Step(Rhythm.WEEKLY, 2));
            steps.add(new Step(Rhythm.MONTHLY_ON_WEEKDAY, 2));
            steps.add(new Step(Rhythm.MONTHLY_ON_WEEKDAY, 3));
            steps.add(new Step(Rhythm.YEARLY, 1));
            if (wish != null && !steps.contains(wish) && wish.rhythm() != Rhythm.MONTHLY_ON_LAST_WEEKDAY) {
                steps.add(wish);
            }
        }
        step.setItems(steps);
        step.setEnabled(first != null);
        if (!steps.isEmpty()) {
            step.setValue(wish != null && steps.contains(wish) ? wish : steps.getFirst());
        }
    }

    private String label(Step one) {
        LocalDate first = day.getValue();
        return first == null ? "" : RhythmWords.days(first, one.rhythm(), one.every(), words);
    }

    private void show() {
        List<LocalDateTime> dates =
                recurrence().map(rule -> series.preview(rule, SHOWN)).orElse(List.of());
        preview.setText(
                dates.isEmpty()
                        ? ""
                        : words.text(
                                "forum.app.preview",
                                dates.stream()
                                        .map(date -> words.day(date.toLocalDate()))
                                        .collect(Collectors.joining(" · "))));
        changed.run();
    }
}
