package org.kvartal.calendar.wording;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.calendar.Calendar;
import org.kvartal.calendar.CalendarEvent;
import org.kvartal.calendar.EventCities;
import org.kvartal.calendar.EventCities.City;
import org.kvartal.kernel.Language;
import org.springframework.stereotype.Component;

/** The names of cities and sorts, for whoever shows events. */
@Component
public class EventLook {

    private final Calendar calendar;
    private final EventCities cities;

    EventLook(Calendar calendar, EventCities cities) {
        this.calendar = calendar;
        this.cities = cities;
    }

    /** What a page needs that shows these events; one query. */
    public Names names(Collection<CalendarEvent> events, Collection<String> others, Language language) {
        var codes = events.stream()
                .map(CalendarEvent::city)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
        codes.addAll(others);
        return new Names(
                codes.isEmpty() ? Map.of() : cities.find(codes),
                calendar.kinds().stream().collect(Collectors.toMap(Calendar.Kind::code, Calendar.Kind::name)),
                language);
    }

    /**
     * @param kinds the message keys of the sorts, by their codes
     */
    public record Names(Map<String, City> cities, Map<String, String> kinds, Language language) {

        /** Empty where it is unknown. */
        public String city(@Nullable String code) {
            City city = code == null ? null : cities.get(code);
            return city == null ? "" : city.name().in(language);
        }

        /** "Print Yard, Sofia"; empty where nothing is known. */
        public String place(CalendarEvent event) {
            return place(event.place(), event.city());
        }

        public String place(String place, @Nullable String code) {
            String city = city(code);
            return city.isEmpty() ? place : place.isEmpty() ? city : place + ", " + city;
        }
    }
}
