package org.kvartal.missions.web;

import static org.kvartal.site.SitePages.LANGUAGE;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.kvartal.alliance.Directory;
import org.kvartal.alliance.EntryContent.Coordinates;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Wording;
import org.kvartal.missions.Agreements;
import org.kvartal.missions.Agreements.AgreementFilter;
import org.kvartal.missions.MissionPages;
import org.kvartal.missions.Missions;
import org.kvartal.missions.Missions.MissionFilter;
import org.kvartal.missions.Missions.MissionList;
import org.kvartal.missions.Missions.OpenMission;
import org.kvartal.missions.Missions.ReachedPlace;
import org.kvartal.missions.Projects.ListKey;
import org.kvartal.site.PublicPage;
import org.kvartal.site.PublicPages;
import org.kvartal.site.When;
import org.kvartal.trace.Step;
import org.kvartal.trace.Trace;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** Where the house has travelled and will, on a map and by years, as plain pages for everybody. */
@Controller
class PublicMissions {

    private static final int SHOWN = 30;
    private static final Asker GUEST = Asker.guest();

    private final Missions missions;
    private final Agreements agreements;
    private final Directory directory;
    private final Trace trace;
    private final PublicPages pages;
    private final JsonMapper json;
    private final Messages messages;
    private final Wording wording;
    private final House house;
    private final Clock clock;

    PublicMissions(
            Missions missions,
            Agreements agreements,
            Directory directory,
            Trace trace,
            PublicPages pages,
            JsonMapper json,
            Messages messages,
            Wording wording,
            House house,
            Clock clock) {
        this.missions = missions;
        this.agreements = agreements;
        this.directory = directory;
        this.trace = trace;
        this.pages = pages;
        this.json = json;
        this.messages = messages;
        this.wording = wording;
        this.house = house;
        this.clock = clock;
    }

    @GetMapping(LANGUAGE + MissionPages.PUBLIC_MISSIONS)
    ResponseEntity<byte[]> list(
            @PathVariable Language language,
            @RequestParam(defaultValue = "") String before,
            HttpServletRequest request,
            HttpServletResponse response) {
        ListKey key = Keys.read(before);
        // Places are as the directory has them; agreements end with the day.
        String version = missions.version() + " " + directory.version() + " " + house.day(clock.instant());
        return pages.answer(request, response, "missions/missions", version, () -> {
            Map<String, Object> model = model(language);
            MissionList list = missions.list(GUEST, MissionFilter.ALL, key, SHOWN);
            String title = messages.text(language, "missions.menu");
            model.put(
                    "page",
                    key == null
                            ? PublicPage.of(
                                    language,
                                    MissionPages.PUBLIC_MISSIONS,
                                    title,
                                    messages.text(language, "missions.public.lead"))
                            : PublicPage.unlisted(language, MissionPages.PUBLIC_MISSIONS, title));
            model.put("list", list.missions());
            model.put("older", Keys.written(list.next()));
            model.put("continued", key != null);
            // Only the first page shows them.
            boolean first = key == null;
            model.put("years", first ? missions.years() : List.of());
            model.put("places", first ? missions.reached() : List.of());
            model.put(
                    "agreed",
                    first
                            ? agreements
                                    .list(GUEST, AgreementFilter.ALL, null, SHOWN)
                                    .agreements()
                            : List.of());
            return model;
        });
    }

    @GetMapping(LANGUAGE + MissionPages.PUBLIC_MISSIONS + "/{code:" + MissionPages.MISSION_CODE + "}")
    ResponseEntity<byte[]> mission(
            @PathVariable Language language,
            @PathVariable String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        OpenMission mission = missions.open(code).orElseThrow(NotFound::new);
        List<Step> trail = trace.walk(GUEST, mission.id().traced(), language);
        return pages.answer(request, response, "missions/mission", Keys.hash(mission + " " + trail), () -> {
            Map<String, Object> model = model(language);
            LocalizedText about = mission.about();
            model.put(
                    "page",
                    PublicPage.of(
                                    language,
                                    MissionPages.inPublic(code),
                                    code + " · " + mission.title().in(language),
                                    about == null
                                            ? messages.text(language, "missions.public.lead")
                                            : about.in(language))
                            .withJsonLd(structured(mission, language)));
            model.put("mission", mission);
            model.put("trail", trail);
            return model;
        });
    }

    /** @see <a href="https://schema.org/Event">schema.org, Event</a> */
    private String structured(OpenMission mission, Language language) {
        Map<String, Object> event = new HashMap<>();
        event.put("@context", "https://schema.org");
        event.put("@type", "Event");
        event.put("identifier", mission.code());
        event.put("name", mission.title().in(language));
        event.put("startDate", mission.starts().toString());
        event.put("endDate", mission.ends().toString());
        event.put("url", house.address("/" + language.code() + MissionPages.inPublic(mission.code())));
        event.put("organizer", Map.of("@type", "Organization", "name", house.name()));
        event.put(
                "location",
                mission.places().stream()
                        .map(place ->
                                Map.of("@type", "Place", "name", place.names().in(language)))
                        .toList());
        return json.writeValueAsString(event);
    }

    private Map<String, Object> model(Language language) {
        Map<String, Object> model = new HashMap<>();
        model.put("when", new When(wording, language, house.zone()));
        model.put("words", new TripWords(messages, wording, language));
        return model;
    }

    /** The places as points; those that are only planned say so. */
    static List<Map<String, Object>> points(List<ReachedPlace> places, TripWords words) {
        return places.stream()
                .filter(place -> place.entry().coordinates() != null)
                .map(place -> point(place, words))
                .toList();
    }

    private static Map<String, Object> point(ReachedPlace place, TripWords words) {
        Coordinates at = Objects.requireNonNull(place.entry().coordinates());
        return Map.of(
                "type",
                "Feature",
                "geometry",
                Map.of("type", "Point", "coordinates", List.of(at.longitude(), at.latitude())),
                "properties",
                Map.of(
                        "name", words.name(place.entry().names()),
                        "lang", words.lang(place.entry().names()),
                        "kind", words.text("missions.public.place", place.visits(), place.planned()),
                        "slug", place.entry().slug(),
                        "planned", place.visits() == 0));
    }
}
