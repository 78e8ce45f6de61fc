package org.kvartal.seminars.ui;

import java.util.List;
import java.util.Optional;
import org.kvartal.calendar.EventCities;
import org.kvartal.calendar.EventCities.City;
import org.kvartal.seminars.Materials;
import org.kvartal.seminars.Seminars;
import org.kvartal.trace.Trace;
import org.springframework.stereotype.Component;

/** What the page of a seminar is made of. */
@Component
record SeminarTools(
        Seminars seminars,
        RegisterActs registering,
        PlacePart.Tools place,
        FeedbackActs feedback,
        Materials materials,
        EventCities cities,
        Trace trace) {

    Optional<City> city(String code) {
        return Optional.ofNullable(cities.find(List.of(code)).get(code));
    }
}
