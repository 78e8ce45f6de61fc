package org.kvartal.seminars.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.kvartal.seminars.SeminarDesk.Day;
import org.kvartal.seminars.SeminarDesk.Part;

/** What stands on each day; what runs at the same time stands side by side. */
class ProgrammePart extends Div {

    ProgrammePart(List<Day> days, List<Part> parts, Words words) {
        addClassName("programme");
        int number = 0;
        for (Day day : days) {
            number++;
            Section section = new Section();
            H3 title = new H3(
                    days.size() == 1
                            ? words.day(day.date())
                            : words.text("seminars.app.day-of", number, words.day(day.date())));
            Span times = new Span(words.times(day.start(), day.end()));
            times.addClassName("programme-times");
            Div head = new Div(title, times);
            head.addClassName("programme-head");
            section.add(head);
            List<Part> ofDay = parts.stream()
                    .filter(part -> part.day().equals(day.id()))
                    .sorted(Comparator.comparing(Part::start)
                            .thenComparing(Part::track)
                            .thenComparing(Part::end))
                    .toList();
            if (!ofDay.isEmpty()) {
                OrderedList list = new OrderedList();
                list.addClassName("programme-slots");
                slots(ofDay).forEach(slot -> list.add(slot(slot, words)));
                section.add(list);
            }
            add(section);
        }
    }

    /** Those that run at the same time belong together. */
    private static List<List<Part>> slots(List<Part> parts) {
        List<List<Part>> slots = new ArrayList<>();
        LocalTime until = LocalTime.MIN;
        for (Part part : parts) {
            if (slots.isEmpty() || !part.start().isBefore(until)) {
                slots.add(new ArrayList<>());
            }
            slots.getLast().add(part);
            until = part.end().isAfter(until) ? part.end() : until;
        }
        return slots;
    }

    private static ListItem slot(List<Part> parts, Words words) {
        ListItem slot = new ListItem();
        slot.addClassName("programme-slot");
        for (Part part : parts) {
            Span times = new Span(words.times(part.start(), part.end()));
            times.addClassName("programme-times");
            Span title = words.shown(part.title());
            title.addClassName("programme-title");
            Div meta = new Div(times);
            meta.addClassName("meta");
            if (!part.room().isEmpty()) {
                meta.add(new Span(part.room()));
            }
            if (!part.track().isEmpty()) {
                meta.add(new Span(part.track()));
            }
            Div one = new Div(title, meta);
            one.addClassName("programme-part");
            slot.add(one);
        }
        return slot;
    }
}
