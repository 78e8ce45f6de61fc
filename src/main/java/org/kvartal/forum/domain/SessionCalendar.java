package org.kvartal.forum.domain;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.kvartal.calendar.CalendarEvent;
import org.kvartal.calendar.CalendarSource;
import org.kvartal.calendar.EventState;
import org.kvartal.calendar.EventTime;
import org.kvartal.forum.ForumPages;
import org.kvartal.forum.Sessions;
import org.kvartal.forum.Sessions.SessionCard;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.springframework.stereotype.Component;

/** Sessions in the calendar. Each stands for itself: what a series will bring is not announced before its session is open. */
@Component
class SessionCalendar implements CalendarSource {

    private static final String KIND = "session";

    private final Sessions sessions;
    private final House house;

    SessionCalendar(Sessions sessions, House house) {
        this.sessions = sessions;
        this.house = house;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String name() {
        return "forum.sessions";
    }

    @Override
    public List<CalendarEvent> between(Asker asker, Instant from, Instant to, Language language) {
        return sessions.between(asker, from, to).stream()
                .map(session -> event(session, language))
                .toList();
    }

    private CalendarEvent event(SessionCard session, Language language) {
        return new CalendarEvent(
                KIND,
                session.id().value(),
                session.id() + "@" + URI.create(house.baseUrl()).getHost(),
                session.sequence(),
                switch (session.state()) {
                    case DRAFT -> EventState.TENTATIVE;
                    case OPEN -> EventState.CONFIRMED;
                    case CANCELLED -> EventState.CANCELLED;
                },
                session.title().in(language),
                session.title().shownIn(language),
                "",
                EventTime.between(session.starts(), session.starts().plusMinutes(session.minutes()), session.zone()),
                null,
                session.place(),
                session.city(),
                null,
                ForumPages.session(session.code()),
                session.announced() ? ForumPages.inPublic(session.code()) : null,
                null,
                session.changedAt());
    }
}
