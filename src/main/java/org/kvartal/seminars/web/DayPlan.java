package org.kvartal.seminars.web;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kvartal.seminars.SeminarDesk.Day;
import org.kvartal.seminars.SeminarDesk.Part;

/**
 * The programme of a day.
 *
 * @param number from 1 on
 * @param stretches in their order
 */
record DayPlan(Day day, int number, List<Stretch> stretches) {

    /**
     * What stands by itself, or runs beside each other.
     *
     * @param columns one for each track, in the order in which they begin
     */
    record Stretch(List<Column> columns) {

        /** Whether several things run at the same time. */
        public boolean parallel() {
            return columns.size() > 1;
        }
    }

    /** @param track empty for what is for all */
    record Column(String track, List<Part> parts) {}

    static List<DayPlan> of(List<Day> days, List<Part> parts) {
        List<DayPlan> plans = new ArrayList<>();
        for (Day day : days) {
            List<Part> ofDay = parts.stream()
                    .filter(part -> part.day().equals(day.id()))
                    .sorted(Comparator.comparing(Part::start))
                    .toList();
            plans.add(new DayPlan(day, plans.size() + 1, stretches(ofDay)));
        }
        return plans;
    }

    /** Parts that overlap, through others too, are one stretch. */
    private static List<Stretch> stretches(List<Part> parts) {
        List<Stretch> stretches = new ArrayList<>();
        List<Part> together = new ArrayList<>();
        LocalTime until = LocalTime.MIN;
        for (Part part : parts) {
            if (!together.isEmpty() && !part.start().isBefore(until)) {
                stretches.add(stretch(together));
                together.clear();
                until = LocalTime.MIN;
            }
            together.add(part);
            until = part.end().isAfter(until) ? part.end() : until;
        }
        if (!together.isEmpty()) {
            stretches.add(stretch(together));
        }
        return stretches;
    }

    private static Stretch stretch(List<Part> together) {
        Map<String, List<Part>> tracks = new LinkedHashMap<>();
        together.forEach(part ->
                tracks.computeIfAbsent(part.track(), _ -> new ArrayList<>()).add(part));
        return new Stretch(tracks.entrySet().stream()
                .map(track -> new Column(track.getKey(), List.copyOf(track.getValue())))
                .toList());
    }
}
