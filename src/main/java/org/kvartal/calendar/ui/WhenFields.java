package org.kvartal.calendar.ui;

import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.TimeZone.SystemTimeZoneType;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.text.Collator;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.kvartal.calendar.EventTime;
import org.kvartal.kernel.Refused;
import org.kvartal.shell.DayField;

/** When something takes place: days, times unless it lasts whole days, and by which clock. */
class WhenFields extends Div {

    private static final Duration STEP = Duration.ofMinutes(30);
    private static final LocalTime EVENING = LocalTime.of(18, 0);
    private static final LocalTime LATER = LocalTime.of(20, 0);

    private final Desk desk;
    private final Checkbox allDay;
    private final DayField firstDay;
    private final DayField lastDay;
    private final TimePicker start;
    private final TimePicker end;
    private final ComboBox<ZoneId> zone;
    private boolean sameDay;
    private boolean zoneChosen;
    private Runnable changed = () -> {};

    /** @param time what stands there now, null for nothing */
    WhenFields(Desk desk, @Nullable EventTime time, ZoneId otherwise) {
        this.desk = desk;
        addClassName("stack");
        firstDay = new DayField(desk.text("calendar.form.first-day"), desk.language());
        firstDay.setRequiredIndicatorVisible(true);
        lastDay = new DayField(desk.text("calendar.form.last-day"), desk.language());
        start = clock("calendar.form.start");
        end = clock("calendar.form.end");
        allDay = new Checkbox(desk.text("calendar.form.all-day"));
        zone = zones(time == null ? otherwise : time.zone());
        if (time != null) {
            allDay.setValue(time.allDay());
            firstDay.setValue(time.firstDay());
            lastDay.setValue(time.allDay() ? time.lastDay() : time.end().toLocalDate());
            if (!time.allDay()) {
                start.setValue(time.start().toLocalTime());
                end.setValue(time.end().toLocalTime());
            }
        }
        sameDay = time == null || time.firstDay().equals(lastDay.getValue());
        firstDay.addValueChangeListener(change -> {
            if (sameDay
                    || (change.getValue() != null
                            && !lastDay.isEmpty()
                            && lastDay.getValue().isBefore(change.getValue()))) {
                lastDay.setValue(change.getValue());
            }
        });
        lastDay.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                sameDay = false;
            }
        });
        allDay.addValueChangeListener(_ -> arrange());
        for (HasValue<?, ?> field : List.<HasValue<?, ?>>of(firstDay, lastDay, start, end, zone)) {
            field.addValueChangeListener(_ -> {
                calm();
                changed.run();
            });
        }
        allDay.addValueChangeListener(_ -> changed.run());
        add(allDay, pair(firstDay, start), pair(lastDay, end), zone);
        arrange();
    }

    /** The date of a series is as long as the others, in days or by the clock, and lives by the same clock. */
    void fixed() {
        allDay.setVisible(false);
        zone.setVisible(false);
    }

    /** What is done whenever something here changes. */
    void onChange(Runnable listener) {
        changed = listener;
    }

    /** The first day; null while none is chosen. */
    @Nullable LocalDate day() {
        return firstDay.getValue();
    }

    /**
     * What stands there.
     *
     * @throws Refused at {@code start} or {@code end} where it is no time
     */
    EventTime time() {
        LocalDate first = firstDay.getValue();
        if (first == null) {
            throw Refused.at("start", "kernel.refused.missing");
        }
        LocalDate last = lastDay.isEmpty() ? first : lastDay.getValue();
        ZoneId by = zone.getValue() == null ? desk.house().zone() : zone.getValue();
        if (allDay.getValue()) {
            return EventTime.days(first, last, by);
        }
        if (start.isEmpty()) {
            throw Refused.at("start", "calendar.refused.time-missing");
        }
        if (end.isEmpty()) {
            throw Refused.at("end", "calendar.refused.time-missing");
        }
        return EventTime.between(first.atTime(start.getValue()), last.atTime(end.getValue()), by);
    }

    /** The clock of a city that was chosen, unless somebody has chosen another one. */
    void suggest(ZoneId of) {
        if (!zoneChosen) {
            zone.setValue(of);
        }
    }

    /** Says what is wrong; false where it is not about a time. */
    boolean refuse(String field, String why) {
        if (field.equals("start")) {
            return say(allDay.getValue() || firstDay.isEmpty() ? firstDay : start, why);
        }
        return field.equals("end") && say(allDay.getValue() ? lastDay : end, why);
    }

    private static boolean say(HasValidationProperties field, String why) {
        field.setErrorMessage(why);
        field.setInvalid(true);
        ((Focusable<?>) field).focus();
        return true;
    }

    private void calm() {
        firstDay.setInvalid(false);
        lastDay.setInvalid(false);
        start.setInvalid(false);
        end.setInvalid(false);
    }

    private void arrange() {
        boolean times = !allDay.getValue();
        start.setVisible(times);
        end.setVisible(times);
        zone.setVisible(times);
        if (times && start.isEmpty() && end.isEmpty()) {
            start.setValue(EVENING);
            end.setValue(LATER);
        }
    }

    private TimePicker clock(String key) {
        TimePicker clock = new TimePicker(desk.text(key));
        clock.setLocale(desk.language().locale());
        clock.setStep(STEP);
        clock.setI18n(new TimePicker.TimePickerI18n().setBadInputErrorMessage(desk.text("calendar.refused.time")));
        return clock;
    }

    private ComboBox<ZoneId> zones(ZoneId present) {
        ComboBox<ZoneId> zones = new ComboBox<>(desk.text("calendar.form.zone"));
        var known = new TreeSet<>(ZoneId.getAvailableZoneIds());
        var offered = new TreeSet<>(Comparator.comparing(
                        (ZoneId one) -> desk.words().zoneName(one),
                        Collator.getInstance(desk.language().locale()))
                .thenComparing(ZoneId::getId));
        TimeZone.getAvailableIDs(SystemTimeZoneType.CANONICAL_LOCATION, null, null).stream()
                .filter(known::contains)
                .map(ZoneId::of)
                .forEach(offered::add);
        offered.add(present);
        zones.setItems(
                (one, typed) -> {
                    String wanted = typed.strip().toLowerCase(Locale.ROOT);
                    return desk.words().zoneName(one).toLowerCase(Locale.ROOT).contains(wanted)
                            || one.getId().toLowerCase(Locale.ROOT).contains(wanted.replace(' ', '_'));
                },
                List.copyOf(offered));
        zones.setItemLabelGenerator(desk.words()::zoneName);
        zones.setValue(present);
        zones.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                zoneChosen = true;
            }
        });
        return zones;
    }

    private static Div pair(Component one, Component other) {
        Div pair = new Div(one, other);
        pair.addClassName("pair");
        return pair;
    }
}
