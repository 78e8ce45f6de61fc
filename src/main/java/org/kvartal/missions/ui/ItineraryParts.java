package org.kvartal.missions.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kvartal.missions.DelegationId;
import org.kvartal.missions.Itinerary.SlotLine;
import org.kvartal.missions.MissionPages;
import org.kvartal.missions.Missions.DelegationLine;
import org.kvartal.missions.Missions.MissionPage;
import org.kvartal.missions.SlotId;
import org.kvartal.missions.TripWarning;

/** The itinerary as a day sheet, day by day; whoever coordinates writes it here. */
@org.springframework.stereotype.Component
class ItineraryParts {

    private final SlotActs acts;

    ItineraryParts(SlotActs acts) {
        this.acts = acts;
    }

    /** What the rows of one page have in common. */
    record Sheet(
            MissionPage page,
            Words words,
            Map<DelegationId, String> delegations,
            Map<SlotId, SlotLine> slots,
            Map<SlotId, List<TripWarning>> warnings,
            boolean writes,
            Div place,
            Runnable again) {}

    Section of(MissionPage page, Words words, Runnable again) {
        Div place = new Div();
        place.addClassName("asking");
        Sheet sheet = new Sheet(
                page,
                words,
                names(page),
                slots(page),
                warnings(page),
                page.mayCoordinate() && page.line().state().open(),
                place,
                again);
        Section part = Pieces.part(words.text("missions.trip.itinerary"));
        if (page.slots().isEmpty()) {
            part.add(new Paragraph(words.text("missions.trip.no-visits")));
        }
        days(page).forEach((day, slots) -> part.add(day(sheet, day, slots)));
        if (sheet.writes()) {
            part.add(new Acts(words, place, again)
                    .also("trip-visit", () -> acts.put(page, null, words))
                    .row());
        }
        part.add(place);
        return part;
    }

    private Component day(Sheet sheet, LocalDate day, List<SlotLine> slots) {
        Words words = sheet.words();
        Div head = new Div(new H3(words.wording().weekday(day, words.language())));
        head.addClassName("day-head");
        if (!slots.isEmpty()) {
            head.add(DelegationParts.print(
                    MissionPages.daySheet(sheet.page().line().code(), day), words.text("missions.trip.day-sheet")));
        }
        OrderedList list = new OrderedList();
        list.addClassName("visits");
        slots.forEach(slot -> list.add(new SlotRow(sheet, slot, acts)));
        Div whole = new Div(head, list);
        whole.addClassName("trip-day");
        return whole;
    }

    private static Map<LocalDate, List<SlotLine>> days(MissionPage page) {
        Map<LocalDate, List<SlotLine>> days = new TreeMap<>();
        page.slots()
                .forEach(slot -> days.computeIfAbsent(slot.content().day(), _ -> new ArrayList<>())
                        .add(slot));
        return days;
    }

    private static Map<DelegationId, String> names(MissionPage page) {
        Map<DelegationId, String> names = new HashMap<>();
        for (DelegationLine line : page.delegations()) {
            names.put(line.id(), line.name());
        }
        return names;
    }

    private static Map<SlotId, SlotLine> slots(MissionPage page) {
        Map<SlotId, SlotLine> slots = new HashMap<>();
        page.slots().forEach(slot -> slots.put(slot.id(), slot));
        return slots;
    }

    private static Map<SlotId, List<TripWarning>> warnings(MissionPage page) {
        Map<SlotId, List<TripWarning>> warnings = new HashMap<>();
        for (TripWarning one : page.warnings()) {
            if (one.slot() != null) {
                warnings.computeIfAbsent(one.slot(), _ -> new ArrayList<>()).add(one);
            }
        }
        return warnings;
    }
}
