package org.kvartal.calendar.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.calendar.Recurrence;
import org.kvartal.calendar.Repetition;
import org.kvartal.calendar.Repetition.Rhythm;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.Refused;
import org.kvartal.shell.DayField;

/** Whether and how something repeats. What is offered follows from the first day: "every month: third Thursday". */
class RepetitionFields extends Div {

    private static final int MOST_STEPS = 12;

    private final Desk desk;
    private final Select<Way> way = new Select<>();
    private final Select<Ending> ending = new Select<>();
    private final DayField until;
    private final IntegerField times;
    private Runnable changed = () -> {};
    private @Nullable LocalDate first;

    /** A way to repeat; with a null rhythm not at all. */
    private record Way(@Nullable Rhythm rhythm, int every) {}

    private enum Ending {
        NEVER,
        DAY,
        TIMES
    }

    RepetitionFields(Desk desk, @Nullable LocalDate first, @Nullable Repetition repetition) {
        this.desk = desk;
        addClassName("stack");
        way.setLabel(desk.text("calendar.form.repeats"));
        way.setItemLabelGenerator(this::words);
        ending.setLabel(desk.text("calendar.form.ends"));
        ending.setItems(Ending.values());
        ending.setItemLabelGenerator(one -> desk.text("calendar.form.ends-" + Code.of(one)));
        until = new DayField(desk.text("calendar.form.until"), desk.language());
        times = new IntegerField(desk.text("calendar.form.times"));
        times.setMin(2);
        times.setMax(Repetition.MOST_TIMES);
        times.setStepButtonsVisible(true);
        times.setI18n(new IntegerField.IntegerFieldI18n()
                .setBadInputErrorMessage(desk.text("calendar.refused.times", Repetition.MOST_TIMES))
                .setMinErrorMessage(desk.text("calendar.refused.times", Repetition.MOST_TIMES))
                .setMaxErrorMessage(desk.text("calendar.refused.times", Repetition.MOST_TIMES)));
        offer(first, repetition == null ? new Way(null, 1) : new Way(repetition.rhythm(), repetition.every()));
        ending.setValue(Ending.NEVER);
        if (repetition != null && repetition.until() != null) {
            ending.setValue(Ending.DAY);
            until.setValue(repetition.until());
        } else if (repetition != null && repetition.times() != null) {
            ending.setValue(Ending.TIMES);
            times.setValue(repetition.times());
        }
        way.addValueChangeListener(_ -> arrange());
        ending.addValueChangeListener(_ -> arrange());
        until.addValueChangeListener(_ -> arrange());
        times.addValueChangeListener(_ -> arrange());
        Div ends = new Div(ending, until, times);
        ends.addClassName("pair");
        add(way, ends);
        arrange();
    }

    void onChange(Runnable listener) {
        changed = listener;
    }

    /** The first day is another one: the same ways are said anew. */
    void begin(@Nullable LocalDate day) {
        offer(day, way.getValue());
    }

    private void offer(@Nullable LocalDate day, @Nullable Way wanted) {
        first = day;
        List<Way> ways = new ArrayList<>(List.of(new Way(null, 1)));
        if (day != null) {
            ways.add(new Way(Rhythm.WEEKLY, 1));
            ways.add(new Way(Rhythm.WEEKLY, 2));
            ways.add(new Way(Rhythm.MONTHLY_ON_WEEKDAY, 1));
            if (Recurrence.isLastOfMonth(day)) {
                ways.add(new Way(Rhythm.MONTHLY_ON_LAST_WEEKDAY, 1));
            }
            ways.add(new Way(Rhythm.MONTHLY_ON_DAY, 1));
            ways.add(new Way(Rhythm.YEARLY, 1));
        }
        if (wanted != null && wanted.every() <= MOST_STEPS && !ways.contains(wanted) && fits(wanted, day)) {
            ways.add(wanted);
        }
        way.setItems(ways);
        way.setValue(wanted != null && ways.contains(wanted) ? wanted : ways.getFirst());
    }

    private static boolean fits(Way wanted, @Nullable LocalDate day) {
        return day != null && (wanted.rhythm() != Rhythm.MONTHLY_ON_LAST_WEEKDAY || Recurrence.isLastOfMonth(day));
    }

    /**
     * What stands there, null where it does not repeat.
     *
     * @throws Refused at {@code until} or {@code times} where an end was chosen and is not said
     */
    @Nullable Repetition repetition() {
        Way chosen = way.getValue();
        if (chosen == null || chosen.rhythm() == null) {
            return null;
        }
        if (ending.getValue() == Ending.DAY && until.isEmpty()) {
            throw Refused.at("until", "kernel.refused.missing");
        }
        if (ending.getValue() == Ending.TIMES && times.isEmpty()) {
            throw Refused.at("times", "kernel.refused.missing");
        }
        return new Repetition(
                chosen.rhythm(),
                chosen.every(),
                ending.getValue() == Ending.DAY ? until.getValue() : null,
                ending.getValue() == Ending.TIMES ? times.getValue() : null);
    }

    /** Says what is wrong; false where it is not about the repetition. */
    boolean refuse(String field, String why) {
        switch (field) {
            case "rhythm", "every" -> {
                way.setErrorMessage(why);
                way.setInvalid(true);
            }
            case "until" -> {
                until.setErrorMessage(why);
                until.setInvalid(true);
                until.focus();
            }
            case "times" -> {
                times.setErrorMessage(why);
                times.setInvalid(true);
                times.focus();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void arrange() {
        boolean repeats = way.getValue() != null && way.getValue().rhythm() != null;
        ending.setVisible(repeats);
        until.setVisible(repeats && ending.getValue() == Ending.DAY);
        times.setVisible(repeats && ending.getValue() == Ending.TIMES);
        way.setInvalid(false);
        until.setInvalid(false);
        way.setHelperText(hint());
        changed.run();
    }

    private @Nullable String hint() {
        Way chosen = way.getValue();
        LocalDate day = first;
        if (chosen == null || day == null || chosen.rhythm() == null) {
            return null;
        }
        return switch (chosen.rhythm()) {
            case MONTHLY_ON_WEEKDAY -> Recurrence.week(day) == 5 ? desk.text("calendar.form.some-months") : null;
            case MONTHLY_ON_DAY -> day.getDayOfMonth() > 28 ? desk.text("calendar.form.some-months") : null;
            case WEEKLY, MONTHLY_ON_LAST_WEEKDAY, YEARLY -> null;
        };
    }

    private String words(Way one) {
        return one.rhythm() == null || first == null
                ? desk.text("calendar.form.once")
                : desk.words().rule(first, one.rhythm(), one.every());
    }
}
