package org.kvartal.alliance.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.EntryContent.OpeningSpan;
import org.kvartal.kernel.Refused;
import org.kvartal.shell.ErrorText;

/** When a place is open, day by day, as one would write it on a door: "10:00–13:00, 14:00–18:00". */
class HoursFields extends Div implements FormPart {

    private static final Pattern SPAN =
            Pattern.compile("(\\d{1,2})(?:[:.](\\d{2}))?\\s*(?:-|–|—|to|до)\\s*(\\d{1,2})(?:[:.](\\d{2}))?");
    private static final int LAST_HOUR = 24;

    private final String at;
    private final Map<DayOfWeek, TextField> days = new EnumMap<>(DayOfWeek.class);
    private final Map<DayOfWeek, LastReadable<List<OpeningSpan>>> last = new EnumMap<>(DayOfWeek.class);
    private final ErrorText problem = new ErrorText();
    private final Runnable changed;

    /**
     * @param at the name of the field that holds these
     * @param changed called after the days were filled at a press
     */
    HoursFields(DeskWords words, String at, Runnable changed) {
        this.at = at;
        this.changed = changed;
        addClassNames("hours", "stack");
        Div week = new Div();
        week.addClassName("hours-week");
        for (DayOfWeek day : DayOfWeek.values()) {
            String name = day.getDisplayName(
                    TextStyle.FULL_STANDALONE, words.language().locale());
            TextField field = FormPart.line(
                    name.substring(0, 1).toUpperCase(words.language().locale()) + name.substring(1));
            field.setPlaceholder(words.text("alliance.form.hours-closed"));
            days.put(day, field);
            last.put(day, new LastReadable<>(List.of()));
            week.add(field);
        }
        monday().setHelperText(words.text("alliance.form.hours-hint"));
        Button weekdays = new Button(words.text("alliance.form.hours-copy"), _ -> copyMonday());
        weekdays.addThemeVariants(ButtonVariant.TERTIARY);
        add(week, weekdays, problem);
    }

    void show(List<OpeningSpan> spans) {
        days.forEach((day, field) -> {
            List<OpeningSpan> ofDay =
                    spans.stream().filter(span -> span.day() == day).toList();
            readable(day).show(ofDay);
            field.setValue(ofDay.stream()
                    .map(span -> span.from() + "–" + (span.until().equals(LocalTime.MIDNIGHT) ? "24:00" : span.until()))
                    .collect(Collectors.joining(", ")));
        });
    }

    List<OpeningSpan> spans(Reading reading) {
        if (reading.refusing()) {
            problem.clear();
        }
        List<OpeningSpan> spans = new ArrayList<>();
        days.forEach((day, field) -> spans.addAll(readable(day).read(reading, () -> read(day, field.getValue()))));
        return spans;
    }

    private LastReadable<List<OpeningSpan>> readable(DayOfWeek day) {
        return Objects.requireNonNull(last.get(day));
    }

    private List<OpeningSpan> read(DayOfWeek day, String typed) {
        List<OpeningSpan> spans = new ArrayList<>();
        for (String part : typed.split("[,;]", -1)) {
            if (part.isBlank()) {
                continue;
            }
            Matcher matcher = SPAN.matcher(part.strip());
            if (!matcher.matches()) {
                throw Refused.at(at + "." + day, "alliance.refused.hours-form");
            }
            spans.add(new OpeningSpan(
                    day, time(day, matcher.group(1), matcher.group(2)), time(day, matcher.group(3), matcher.group(4))));
        }
        return spans;
    }

    private LocalTime time(DayOfWeek day, String hour, @Nullable String minute) {
        int hours = Integer.parseInt(hour);
        int minutes = minute == null ? 0 : Integer.parseInt(minute);
        try {
            return hours == LAST_HOUR && minutes == 0 ? LocalTime.MIDNIGHT : LocalTime.of(hours, minutes);
        } catch (DateTimeException noTime) {
            throw Refused.at(at + "." + day, "alliance.refused.hours-form");
        }
    }

    @Override
    public boolean refuse(String field, String why) {
        for (Map.Entry<DayOfWeek, TextField> day : days.entrySet()) {
            if (field.equals(at + "." + day.getKey())) {
                return FormPart.refuseAt(day.getValue(), why);
            }
        }
        if (!field.equals(at)) {
            return false;
        }
        problem.say(why);
        monday().focus();
        return true;
    }

    private void copyMonday() {
        days.forEach((day, field) -> {
            if (day.getValue() <= DayOfWeek.FRIDAY.getValue()) {
                field.setValue(monday().getValue());
            }
        });
        changed.run();
    }

    private TextField monday() {
        return Objects.requireNonNull(days.get(DayOfWeek.MONDAY));
    }
}
