package org.kvartal.forum.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kvartal.forum.ForumPages;
import org.kvartal.forum.SessionState;
import org.kvartal.forum.Sessions.SessionCard;
import org.kvartal.forum.Sessions.SessionPage;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.membership.Places.Place;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * A session as search engines read it.
 *
 * @see <a href="https://schema.org/Event">schema.org, Event</a>
 */
@Component
class StructuredSession {

    private static final String SCHEMA = "https://schema.org/";

    private final House house;
    private final JsonMapper json;

    StructuredSession(House house, JsonMapper json) {
        this.house = house;
        this.json = json;
    }

    String json(SessionPage session, Map<String, Place> cities, Language language) {
        SessionCard card = session.card();
        String address = house.address("/" + language.code() + ForumPages.inPublic(card.code()));
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("@context", "https://schema.org");
        event.put("@type", "Event");
        event.put("@id", address);
        event.put("url", address);
        event.put("identifier", card.code());
        event.put("name", card.title().in(language));
        event.put(
                "startDate",
                card.starts().atZone(card.zone()).toOffsetDateTime().toString());
        event.put(
                "endDate", card.endsAt().atZone(card.zone()).toOffsetDateTime().toString());
        event.put(
                "eventStatus", SCHEMA + (card.state() == SessionState.CANCELLED ? "EventCancelled" : "EventScheduled"));
        event.put("eventAttendanceMode", SCHEMA + mode(card));
        List<Map<String, Object>> where = where(card, cities, language, address);
        event.put("location", where.size() == 1 ? where.getFirst() : where);
        event.put("organizer", Map.of("@type", "Organization", "name", house.name(), "url", house.address("/")));
        event.put("inLanguage", language.code());
        return json.writeValueAsString(event);
    }

    private static String mode(SessionCard card) {
        if (!card.remote()) {
            return "OfflineEventAttendanceMode";
        }
        return card.place().isEmpty() ? "OnlineEventAttendanceMode" : "MixedEventAttendanceMode";
    }

    /** The link of the call is the members': for everybody else the page stands for it. */
    private static List<Map<String, Object>> where(
            SessionCard card, Map<String, Place> cities, Language language, String address) {
        List<Map<String, Object>> where = new ArrayList<>();
        if (!card.place().isEmpty()) {
            Map<String, Object> place = new LinkedHashMap<>();
            place.put("@type", "Place");
            place.put("name", card.place());
            @Nullable Place city = card.city() == null ? null : cities.get(card.city());
            if (city != null) {
                place.put(
                        "address",
                        Map.of(
                                "@type",
                                "PostalAddress",
                                "streetAddress",
                                card.place(),
                                "addressLocality",
                                city.name().in(language),
                                "addressCountry",
                                city.country()));
            } else {
                place.put("address", card.place());
            }
            where.add(place);
        }
        if (card.remote()) {
            where.add(Map.of("@type", "VirtualLocation", "url", address));
        }
        return where;
    }
}
