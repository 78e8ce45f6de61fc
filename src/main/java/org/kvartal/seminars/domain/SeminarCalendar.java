package org.kvartal.seminars.domain;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.kvartal.calendar.CalendarEvent;
import org.kvartal.calendar.CalendarSource;
import org.kvartal.calendar.EventState;
import org.kvartal.calendar.EventTime;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.seminars.SeminarDesk.Day;
import org.kvartal.seminars.SeminarPages;
import org.kvartal.seminars.Seminars;
import org.kvartal.seminars.Seminars.DayCard;
import org.kvartal.seminars.Seminars.SeminarCard;
import org.springframework.stereotype.Component;

/** The days of seminars in the calendar, each for itself. */
@Component
class SeminarCalendar implements CalendarSource {

    private static final String KIND = "seminar";

    private final Seminars seminars;
    private final Messages messages;
    private final House house;

    SeminarCalendar(Seminars seminars, Messages messages, House house) {
        this.seminars = seminars;
        this.messages = messages;
        this.house = house;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String name() {
        return "seminars.menu";
    }

    @Override
    public List<CalendarEvent> between(Asker asker, Instant from, Instant to, Language language) {
        return seminars.between(asker, from, to).stream()
                .map(day -> event(day, language))
                .toList();
    }

    private CalendarEvent event(DayCard card, Language language) {
        SeminarCard seminar = card.seminar();
        Day day = card.day();
        String title = seminar.title().in(language);
        return new CalendarEvent(
                KIND,
                seminar.id().value(),
                day.id() + "@" + URI.create(house.baseUrl()).getHost(),
                seminar.sequence(),
                switch (seminar.state()) {
                    case DRAFT -> EventState.TENTATIVE;
                    case PUBLISHED, REGISTRATION_OPEN, REGISTRATION_CLOSED, RUNNING, FINISHED, ARCHIVED ->
                        EventState.CONFIRMED;
                    case CANCELLED -> EventState.CANCELLED;
                },
                seminar.days() == 1
                        ? title
                        : messages.text(language, "seminars.calendar.day", title, card.number(), seminar.days()),
                seminar.title().shownIn(language),
                "",
                EventTime.between(
                        LocalDateTime.of(day.date(), day.start()),
                        LocalDateTime.of(day.date(), day.end()),
                        seminar.zone()),
                null,
                seminar.place(),
                seminar.city(),
                null,
                SeminarPages.seminar(seminar.slug()),
                seminar.state().announced() ? SeminarPages.inPublic(seminar.slug()) : null,
                null,
                seminar.changedAt());
    }
}
