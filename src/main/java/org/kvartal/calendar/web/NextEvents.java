package org.kvartal.calendar.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kvartal.calendar.Calendar;
import org.kvartal.calendar.CalendarEvent;
import org.kvartal.calendar.EventState;
import org.kvartal.calendar.wording.EventLook;
import org.kvartal.calendar.wording.EventWords;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.site.FrontPagePart;
import org.springframework.stereotype.Component;

/** What is on next, on the front page. */
@Component
class NextEvents implements FrontPagePart {

    private static final int ROWS = 3;
    private static final Duration AHEAD = Duration.ofDays(60);

    private final Calendar calendar;
    private final EventLook look;
    private final Messages messages;
    private final House house;
    private final Clock clock;

    NextEvents(Calendar calendar, EventLook look, Messages messages, House house, Clock clock) {
        this.calendar = calendar;
        this.look = look;
        this.messages = messages;
        this.house = house;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 150;
    }

    @Override
    public String version() {
        return today() + " " + next(Language.EN);
    }

    @Override
    public String fragment() {
        return "calendar/front :: next";
    }

    @Override
    public Map<String, Object> model(Language language) {
        List<CalendarEvent> next = next(language);
        return Map.of(
                "calendarNext",
                next,
                "calendarToday",
                today(),
                "calendarWords",
                new EventWords(messages, language, house.zone()),
                "calendarNames",
                look.names(next, Set.of(), language));
    }

    private List<CalendarEvent> next(Language language) {
        Instant now = clock.instant();
        return calendar.gatherings(Asker.guest(), now, now.plus(AHEAD), language).stream()
                .filter(event -> event.state() == EventState.CONFIRMED)
                .limit(ROWS)
                .toList();
    }

    private LocalDate today() {
        return house.day(clock.instant());
    }
}
