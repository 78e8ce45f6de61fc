package org.kvartal.demo.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kvartal.calendar.EventTime;
import org.kvartal.calendar.OutsideEventId;
import org.kvartal.calendar.OutsideEvents;
import org.kvartal.calendar.OutsideEvents.EventContent;
import org.kvartal.calendar.OutsideEvents.NewEvent;
import org.kvartal.calendar.Repetition;
import org.kvartal.calendar.Repetition.Rhythm;
import org.kvartal.kernel.Asker;
import org.kvartal.membership.Places;
import org.kvartal.membership.Places.Place;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Tells what the associations of the story invite to, from {@code demo/calendar.yaml}. */
@Component
@ConditionalOnBooleanProperty("kvartal.demo")
class CalendarTelling {

    private static final List<String> ORDER = List.of("first", "second", "third", "fourth");

    private final OutsideEvents events;
    private final Places places;

    CalendarTelling(OutsideEvents events, Places places) {
        this.events = events;
        this.places = places;
    }

    void tell(StoryIds ids) {
        LocalDate today = LocalDate.ofInstant(ids.begun(), Story.ZONE);
        for (Map<String, Object> event : StoryFiles.list("calendar.yaml")) {
            String city = StoryFiles.text(event, "city");
            ZoneId zone = places.find(city).map(Place::zone).orElse(Story.ZONE);
            // What a person suggests waits for the office; the rest is in the calendar since long.
            Asker by =
                    event.containsKey("by") ? Asker.of(ids.person(StoryFiles.text(event, "by"))) : Demonstration.HOUSE;
            events.enter(
                    by,
                    new NewEvent(
                            new OutsideEventId(ids.settled("event " + StoryFiles.text(event, "key"))),
                            ids.member(StoryFiles.text(event, "host")).value(),
                            new EventContent(
                                    StoryFiles.localized(event.get("title")),
                                    StoryFiles.localized(event.get("about")),
                                    time(event, today, zone),
                                    repetition(event),
                                    StoryFiles.textOr(event, "place", ""),
                                    city,
                                    StoryFiles.textOr(event, "website", ""))));
        }
    }

    private static EventTime time(Map<String, Object> event, LocalDate today, ZoneId zone) {
        LocalDate day = event.containsKey("first")
                ? first(StoryFiles.text(event, "first"), today)
                : today.plusDays(Objects.requireNonNull(StoryFiles.number(event, "day")));
        Integer days = StoryFiles.number(event, "days");
        return days != null
                ? EventTime.days(day, day.plusDays(days - 1L), zone)
                : EventTime.between(
                        day.atTime(LocalTime.parse(StoryFiles.text(event, "from"))),
                        day.atTime(LocalTime.parse(StoryFiles.text(event, "to"))),
                        zone);
    }

    /** "second wednesday", "last sunday": of the month of the first start. */
    private static LocalDate first(String words, LocalDate today) {
        String[] parts = words.split(" ");
        DayOfWeek weekday = DayOfWeek.valueOf(parts[1].toUpperCase(Locale.ROOT));
        return today.with(
                parts[0].equals("last")
                        ? TemporalAdjusters.lastInMonth(weekday)
                        : TemporalAdjusters.dayOfWeekInMonth(ORDER.indexOf(parts[0]) + 1, weekday));
    }

    private static @Nullable Repetition repetition(Map<String, Object> event) {
        return event.containsKey("repeats")
                ? Repetition.of(Rhythm.valueOf(StoryFiles.text(event, "repeats").toUpperCase(Locale.ROOT)))
                : null;
    }
}
