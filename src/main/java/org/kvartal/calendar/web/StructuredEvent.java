package org.kvartal.calendar.web;

import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.kvartal.calendar.CalendarPages;
import org.kvartal.calendar.EventHosts.Host;
import org.kvartal.calendar.EventTime;
import org.kvartal.calendar.OutsideEvents.EventContent;
import org.kvartal.calendar.OutsideEvents.EventPage;
import org.kvartal.calendar.OutsideState;
import org.kvartal.calendar.wording.EventLook.Names;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * An event as search engines read it.
 *
 * @see <a href="https://schema.org/Event">schema.org, Event</a>
 */
@Component
class StructuredEvent {

    private final House house;
    private final JsonMapper json;

    StructuredEvent(House house, JsonMapper json) {
        this.house = house;
        this.json = json;
    }

    /** @param time the next date of a series, or the only one */
    String json(EventPage page, EventTime time, Names names, Language language) {
        EventContent content = page.content();
        String address = house.address("/" + language.code() + CalendarPages.inPublic(page.number()));
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("@context", "https://schema.org");
        event.put("@type", "Event");
        event.put("@id", address);
        event.put("url", address);
        event.put("name", content.title().in(language));
        event.put("inLanguage", content.title().shownIn(language).code());
        if (content.about() != null) {
            event.put("description", content.about().in(language));
        }
        event.put("startDate", time.allDay() ? time.firstDay().toString() : moment(time, true));
        event.put("endDate", time.allDay() ? time.lastDay().toString() : moment(time, false));
        event.put(
                "eventStatus",
                "https://schema.org/" + (page.state() == OutsideState.CANCELLED ? "EventCancelled" : "EventScheduled"));
        Map<String, Object> place = place(content, names);
        if (!place.isEmpty()) {
            event.put("location", place);
        }
        Host host = page.host();
        event.put(
                "organizer",
                host == null
                        ? Map.of("@type", "Organization", "name", house.name(), "url", house.address("/"))
                        : Map.of("@type", "Organization", "name", host.name().in(language)));
        if (!content.website().isEmpty()) {
            event.put("sameAs", content.website());
        }
        return json.writeValueAsString(event);
    }

    private static Map<String, Object> place(EventContent content, Names names) {
        Map<String, Object> place = new LinkedHashMap<>();
        String city = names.city(content.city());
        if (content.place().isEmpty() && city.isEmpty()) {
            return place;
        }
        place.put("@type", "Place");
        place.put("name", content.place().isEmpty() ? city : content.place());
        if (!city.isEmpty()) {
            Map<String, Object> address = new LinkedHashMap<>();
            address.put("@type", "PostalAddress");
            address.put("addressLocality", city);
            var known = names.cities().get(content.city());
            if (known != null) {
                address.put("addressCountry", known.country());
            }
            place.put("address", address);
        }
        return place;
    }

    private static String moment(EventTime time, boolean start) {
        return (start ? time.start() : time.end()).atZone(time.zone()).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }
}
