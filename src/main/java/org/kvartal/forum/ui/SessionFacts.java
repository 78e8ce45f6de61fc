package org.kvartal.forum.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kvartal.forum.Sessions.SessionCard;
import org.kvartal.membership.Places;
import org.kvartal.membership.Places.Place;

/** The small facts about sessions, as each list and page shows them. */
@org.springframework.stereotype.Component
class SessionFacts {

    private final Places places;
    private final Clock clock;

    SessionFacts(Places places, Clock clock) {
        this.places = places;
        this.clock = clock;
    }

    /** The cities of many sessions, in one query. */
    Map<String, Place> cities(Collection<SessionCard> sessions) {
        List<String> codes = sessions.stream()
                .map(SessionCard::city)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return codes.isEmpty() ? Map.of() : places.find(codes);
    }

    /** State, time, place; whether one can take part from afar. */
    List<Component> of(SessionCard session, Map<String, Place> cities, Words words) {
        List<Component> facts = new ArrayList<>();
        SessionBadges.state(session, clock.instant(), words).ifPresent(facts::add);
        facts.add(new SessionTime(session, words));
        String where = where(session, cities, words);
        if (!where.isEmpty()) {
            facts.add(new Span(where));
        }
        if (session.remote()) {
            facts.add(new Span(words.text("forum.remote")));
        }
        return facts;
    }

    static String where(SessionCard session, Map<String, Place> cities, Words words) {
        Place city = session.city() == null ? null : cities.get(session.city());
        return Stream.of(session.place(), city == null ? "" : words.name(city.name()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    Clock clock() {
        return clock;
    }
}
