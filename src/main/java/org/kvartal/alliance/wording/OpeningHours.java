package org.kvartal.alliance.wording;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kvartal.alliance.EntryContent.OpeningSpan;
import org.kvartal.kernel.Language;

/**
 * A line of opening hours: days in a row that open alike.
 *
 * @param days "Mon – Fri"
 * @param times "10:00–18:00"
 */
public record OpeningHours(String days, String times) {

    public static List<OpeningHours> of(List<OpeningSpan> spans, Language language) {
        Map<DayOfWeek, String> byDay = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            String times = spans.stream()
                    .filter(span -> span.day() == day)
                    .map(span -> span.from() + "–" + end(span.until()))
                    .collect(Collectors.joining(", "));
            if (!times.isEmpty()) {
                byDay.put(day, times);
            }
        }
        List<OpeningHours> lines = new ArrayList<>();
        DayOfWeek first = null;
        for (DayOfWeek day : DayOfWeek.values()) {
            String times = byDay.get(day);
            if (times == null) {
                first = null;
                continue;
            }
            if (first == null || !times.equals(byDay.get(first))) {
                first = day;
            }
            DayOfWeek next = day == DayOfWeek.SUNDAY ? null : day.plus(1);
            if (next == null || !times.equals(byDay.get(next))) {
                String days = first == day ? name(day, language) : name(first, language) + " – " + name(day, language);
                lines.add(new OpeningHours(days, times));
                first = null;
            }
        }
        return lines;
    }

    private static String end(LocalTime until) {
        return until.equals(LocalTime.MIDNIGHT) ? "24:00" : until.toString();
    }

    private static String name(DayOfWeek day, Language language) {
        return day.getDisplayName(TextStyle.SHORT_STANDALONE, language.locale());
    }
}
