package org.kvartal.seminars.web;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.membership.Places.Place;
import org.kvartal.seminars.SeminarDesk.Day;
import org.kvartal.seminars.SeminarPages;
import org.kvartal.seminars.SeminarState;
import org.kvartal.seminars.Seminars.SeminarCard;
import org.kvartal.seminars.Seminars.SeminarPage;
import org.kvartal.seminars.Seminars.TrainerLine;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * A seminar as search engines read it.
 *
 * @see <a href="https://schema.org/EducationEvent">schema.org, EducationEvent</a>
 */
@Component
class StructuredSeminar {

    private static final String SCHEMA = "https://schema.org/";

    private final House house;
    private final JsonMapper json;

    StructuredSeminar(House house, JsonMapper json) {
        this.house = house;
        this.json = json;
    }

    /** @param city where it is held; null where that is unknown */
    String json(SeminarPage page, @Nullable Place city, Language language) {
        SeminarCard card = page.card();
        String address = house.address("/" + language.code() + SeminarPages.inPublic(card.slug()));
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("@context", "https://schema.org");
        event.put("@type", "EducationEvent");
        event.put("@id", address);
        event.put("url", address);
        event.put("name", card.title().in(language));
        if (page.content().about() != null) {
            event.put("description", page.content().about().in(language));
        }
        event.put("startDate", moment(card.starts(), card));
        event.put("endDate", moment(card.ends(), card));
        event.put(
                "eventStatus", SCHEMA + (card.state() == SeminarState.CANCELLED ? "EventCancelled" : "EventScheduled"));
        event.put("eventAttendanceMode", SCHEMA + mode(card));
        List<Map<String, Object>> where = where(card, city, language, address);
        if (!where.isEmpty()) {
            event.put("location", where.size() == 1 ? where.getFirst() : where);
        }
        event.put("organizer", Map.of("@type", "Organization", "name", house.name(), "url", house.address("/")));
        List<Map<String, Object>> teachers = page.team().stream()
                .filter(one -> one.role().decides())
                .map(TrainerLine::name)
                .map(name -> Map.<String, Object>of("@type", "Person", "name", name))
                .toList();
        if (!teachers.isEmpty()) {
            event.put("performer", teachers);
        }
        event.put(
                "inLanguage",
                card.languages().stream().map(Language::code).sorted().toList());
        event.put("maximumAttendeeCapacity", card.capacity());
        event.put("remainingAttendeeCapacity", card.free());
        if (page.days().size() > 1) {
            event.put(
                    "subEvent",
                    page.days().stream().map(day -> day(day, card, language)).toList());
        }
        return json.writeValueAsString(event);
    }

    private static Map<String, Object> day(Day day, SeminarCard card, Language language) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("@type", "EducationEvent");
        event.put("name", card.title().in(language));
        event.put("startDate", moment(day.date().atTime(day.start()), card));
        event.put("endDate", moment(day.date().atTime(day.end()), card));
        return event;
    }

    private static String moment(LocalDateTime local, SeminarCard card) {
        return local.atZone(card.zone()).toOffsetDateTime().toString();
    }

    private static String mode(SeminarCard card) {
        if (!card.online()) {
            return "OfflineEventAttendanceMode";
        }
        return card.place().isEmpty() ? "OnlineEventAttendanceMode" : "MixedEventAttendanceMode";
    }

    /** The link of the call is the participants': for everybody else the page stands for it. */
    private static List<Map<String, Object>> where(
            SeminarCard card, @Nullable Place city, Language language, String address) {
        List<Map<String, Object>> where = new ArrayList<>();
        if (!card.place().isEmpty()) {
            Map<String, Object> place = new LinkedHashMap<>();
            place.put("@type", "Place");
            place.put("name", card.place());
            if (city == null) {
                place.put("address", card.place());
            } else {
                Map<String, Object> postal = new LinkedHashMap<>();
                postal.put("@type", "PostalAddress");
                postal.put("streetAddress", card.place());
                postal.put("addressLocality", city.name().in(language));
                postal.put("addressCountry", city.country());
                place.put("address", postal);
            }
            where.add(place);
        }
        if (card.online()) {
            where.add(Map.of("@type", "VirtualLocation", "url", address));
        }
        return where;
    }
}
