package org.kvartal.missions.web;

import static org.kvartal.site.SitePages.LANGUAGE;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.CsvText;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Wording;
import org.kvartal.missions.MissionPages;
import org.kvartal.missions.Missions;
import org.kvartal.missions.Missions.MissionFilter;
import org.kvartal.missions.Missions.MissionLine;
import org.kvartal.missions.Missions.MissionList;
import org.kvartal.missions.Missions.ReachedPlace;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** Public missions as open data, and the places for the map. */
@RestController
@Tag(name = "Missions", description = "Where the house has travelled and will")
class MissionData {

    private static final String PATH = "/api/v1/missions";
    private static final int PAGE = 100;
    private static final Asker GUEST = Asker.guest();
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final MediaType GEO_JSON = new MediaType("application", "geo+json", StandardCharsets.UTF_8);

    private final Missions missions;
    private final House house;
    private final Messages messages;
    private final Wording wording;

    MissionData(Missions missions, House house, Messages messages, Wording wording) {
        this.missions = missions;
        this.house = house;
        this.messages = messages;
        this.wording = wording;
    }

    @Schema(name = "Mission")
    record OpenLine(
            UUID id,
            String code,
            @Schema(description = "Its public page") String page,
            @Schema(example = "delegation") String kind,
            @Schema(example = "confirmed") String state,
            @Schema(description = "By language") Map<String, String> title,
            @Schema(description = "The first day") LocalDate starts,
            @Schema(description = "The last day") LocalDate ends,
            int delegations,
            int visits) {}

    @Schema(name = "Missions")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OpenPage(
            List<OpenLine> items,

            @Schema(description = "The address at which it goes on; left out at the end") @Nullable String next) {}

    @GetMapping({PATH, PATH + ".json"})
    @Operation(
            operationId = "listMissions",
            summary = "Public missions, the newest first",
            description = "A hundred at a time.",
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        description = "A page of missions",
                        content =
                                @Content(
                                        mediaType = "application/json",
                                        schema = @Schema(implementation = OpenPage.class))),
                @ApiResponse(responseCode = "304", ref = "NotModified"),
                @ApiResponse(responseCode = "404", ref = "NotFound"),
                @ApiResponse(responseCode = "429", ref = "TooManyRequests")
            })
    ResponseEntity<OpenPage> list(
            @Parameter(description = "Where to go on: taken from the next address of the page before")
                    @RequestParam(defaultValue = "")
                    String before,
            WebRequest request) {
        MissionList list = missions.list(GUEST, MissionFilter.ALL, Keys.read(before), PAGE);
        if (unchanged(request, list)) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED).build();
        }
        String next = next(PATH, list);
        return ok(MediaType.APPLICATION_JSON, next)
                .body(new OpenPage(list.missions().stream().map(this::open).toList(), next));
    }

    @GetMapping(PATH + ".csv")
    @Operation(
            operationId = "listMissionsAsTable",
            summary = "The same as a table",
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        description = "A page of missions",
                        content = @Content(mediaType = "text/csv", schema = @Schema(ref = "Table"))),
                @ApiResponse(responseCode = "304", ref = "NotModified"),
                @ApiResponse(responseCode = "404", ref = "NotFound"),
                @ApiResponse(responseCode = "429", ref = "TooManyRequests")
            })
    ResponseEntity<byte[]> table(
            @Parameter(description = "Where to go on: taken from the next address of the page before")
                    @RequestParam(defaultValue = "")
                    String before,
            WebRequest request) {
        MissionList list = missions.list(GUEST, MissionFilter.ALL, Keys.read(before), PAGE);
        if (unchanged(request, list)) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED).build();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CsvText table = CsvText.forPrograms(bytes);
        table.cells(
                "code",
                "kind",
                "state",
                "title_en",
                "title_ru",
                "title_bg",
                "starts",
                "ends",
                "delegations",
                "visits",
                "page");
        list.missions()
                .forEach(one -> table.cells(
                        one.code(),
                        Code.of(one.kind()),
                        Code.of(one.state()),
                        one.title().texts().get(Language.EN),
                        one.title().texts().get(Language.RU),
                        one.title().texts().get(Language.BG),
                        one.starts(),
                        one.ends(),
                        one.delegations(),
                        one.slots(),
                        house.address(MissionPages.inPublic(one.code()))));
        table.close();
        return ok(CSV, next(PATH + ".csv", list)).body(bytes.toByteArray());
    }

    /** What the map shows. */
    @GetMapping(LANGUAGE + MissionPages.PUBLIC_MISSIONS + ".geojson")
    ResponseEntity<Map<String, Object>> places(@PathVariable Language language, WebRequest request) {
        List<ReachedPlace> places = missions.reached();
        if (request.checkNotModified("W/\"" + Keys.hash(places.toString()) + "-" + language.code() + "\"")) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED).build();
        }
        return ok(GEO_JSON, null)
                .body(Map.of(
                        "type",
                        "FeatureCollection",
                        "features",
                        PublicMissions.points(places, new TripWords(messages, wording, language))));
    }

    private static boolean unchanged(WebRequest request, MissionList list) {
        return request.checkNotModified("W/\"" + Keys.hash(list.toString()) + "\"");
    }

    private static ResponseEntity.BodyBuilder ok(MediaType type, @Nullable String next) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noCache().cachePublic())
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        return next == null ? answer : answer.header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
    }

    private @Nullable String next(String path, MissionList list) {
        return list.next() == null ? null : house.address(path + "?before=" + Keys.written(list.next()));
    }

    private OpenLine open(MissionLine line) {
        return new OpenLine(
                line.id().value(),
                line.code(),
                house.address(MissionPages.inPublic(line.code())),
                Code.of(line.kind()),
                Code.of(line.state()),
                byLanguage(line.title()),
                line.starts(),
                line.ends(),
                line.delegations(),
                line.slots());
    }

    private static Map<String, String> byLanguage(LocalizedText text) {
        Map<String, String> words = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            String wording = text.texts().get(language);
            if (wording != null) {
                words.put(language.code(), wording);
            }
        }
        return words;
    }
}
