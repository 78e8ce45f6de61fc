package org.kvartal.seminars.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
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
import org.kvartal.seminars.SeminarPages;
import org.kvartal.seminars.Seminars;
import org.kvartal.seminars.Seminars.SeminarCard;
import org.kvartal.seminars.Seminars.SeminarFilter;
import org.kvartal.seminars.Seminars.SeminarKey;
import org.kvartal.seminars.Seminars.SeminarList;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/**
 * Seminars as open data: JSON and CSV, a hundred at a time, and what comes next as a feed. Every language, codes instead of labels.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180, CSV</a>
 */
@RestController
@Tag(name = "Seminars", description = "What is taught, when and where")
class OpenSeminars {

    private static final String PATH = "/api/v1/seminars";
    private static final int PAGE = 100;
    private static final int FEED_ENTRIES = 30;
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final Seminars seminars;
    private final SeminarFeed feed;
    private final House house;

    OpenSeminars(Seminars seminars, SeminarFeed feed, House house) {
        this.seminars = seminars;
        this.feed = feed;
        this.house = house;
    }

    @Schema(name = "Seminar", description = "What is not known is left out")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OpenSeminar(
            UUID id,
            @Schema(description = "Its public page") String page,
            @Schema(example = "registration-open") String state,
            @Schema(description = "By language") Map<String, String> title,

            @Schema(description = "In which languages it is held")
            List<String> languages,

            @Schema(description = "Codes of creative sectors")
            List<String> topics,

            @Schema(description = "Academic hours") BigDecimal hours,
            OffsetDateTime starts,
            OffsetDateTime ends,

            @Schema(description = "By whose clock it is held", example = "Europe/Sofia")
            String zone,

            @Schema(description = "On how many days") int days,
            @Schema(description = "In words") @Nullable String place,

            @Schema(description = "A code of /places") @Nullable String city,

            @Schema(description = "Whether one can take part from elsewhere")
            boolean online,

            @Schema(description = "How one gets a seat", example = "auto")
            String mode,

            int seats,

            @Schema(description = "Seats that somebody without a reserved one could take now")
            int free,

            @Schema(description = "How many wait for a seat")
            int waiting,

            Instant changedAt) {}

    @Schema(name = "Seminars")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OpenPage(
            List<OpenSeminar> items,

            @Schema(description = "The address at which it goes on; left out at the end") @Nullable String next) {}

    @GetMapping({PATH, PATH + ".json"})
    @Operation(
            operationId = "listSeminars",
            summary = "Seminars that come, the nearest first; or that are over, the last first",
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        description = "A page of seminars",
                        content =
                                @Content(
                                        mediaType = "application/json",
                                        schema = @Schema(implementation = OpenPage.class))),
                @ApiResponse(responseCode = "304", ref = "NotModified"),
                @ApiResponse(responseCode = "404", ref = "NotFound"),
                @ApiResponse(responseCode = "429", ref = "TooManyRequests")
            })
    ResponseEntity<OpenPage> list(
            @Parameter(description = "Those that are over") @RequestParam(defaultValue = "false") boolean over,
            @Parameter(description = "Where to go on: taken from the next address of the page before")
                    @RequestParam(defaultValue = "")
                    String after,
            WebRequest request) {
        SeminarList list = list(over, after);
        if (unchanged(request, list)) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED).build();
        }
        String next = next(PATH, over, list.next());
        return ok(MediaType.APPLICATION_JSON, next)
                .body(new OpenPage(list.seminars().stream().map(this::open).toList(), next));
    }

    @GetMapping(PATH + ".csv")
    @Operation(
            operationId = "listSeminarsAsTable",
            summary = "The same as a table",
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        description = "A page of seminars",
                        content = @Content(mediaType = "text/csv", schema = @Schema(ref = "Table"))),
                @ApiResponse(responseCode = "304", ref = "NotModified"),
                @ApiResponse(responseCode = "404", ref = "NotFound"),
                @ApiResponse(responseCode = "429", ref = "TooManyRequests")
            })
    ResponseEntity<byte[]> table(
            @Parameter(description = "Those that are over") @RequestParam(defaultValue = "false") boolean over,
            @Parameter(description = "Where to go on: taken from the next address of the page before")
                    @RequestParam(defaultValue = "")
                    String after,
            WebRequest request) {
        SeminarList list = list(over, after);
        if (unchanged(request, list)) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED).build();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CsvText table = CsvText.forPrograms(bytes);
        table.cells(
                "id",
                "state",
                "title_en",
                "title_ru",
                "title_bg",
                "languages",
                "topics",
                "hours",
                "starts",
                "ends",
                "zone",
                "days",
                "place",
                "city",
                "online",
                "mode",
                "seats",
                "free",
                "waiting",
                "page",
                "changed_at");
        list.seminars().stream()
                .map(this::open)
                .forEach(one -> table.cells(
                        one.id(),
                        one.state(),
                        one.title().get("en"),
                        one.title().get("ru"),
                        one.title().get("bg"),
                        String.join(" ", one.languages()),
                        String.join(" ", one.topics()),
                        one.hours(),
                        one.starts(),
                        one.ends(),
                        one.zone(),
                        one.days(),
                        one.place(),
                        one.city(),
                        one.online(),
                        one.mode(),
                        one.seats(),
                        one.free(),
                        one.waiting(),
                        one.page(),
                        one.changedAt()));
        table.close();
        return ok(CSV, next(PATH + ".csv", over, list.next())).body(bytes.toByteArray());
    }

    @GetMapping(SeminarFeed.PATH)
    ResponseEntity<byte[]> feed(WebRequest request) {
        SeminarList list = seminars.list(Asker.guest(), SeminarFilter.COMING, null, FEED_ENTRIES);
        return unchanged(request, list)
                ? ResponseEntity.status(HttpStatus.NOT_MODIFIED).build()
                : ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_ATOM_XML)
                        .cacheControl(CacheControl.noCache().cachePublic())
                        .body(feed.of(list.seminars()));
    }

    private SeminarList list(boolean over, String after) {
        return seminars.list(Asker.guest(), over ? SeminarFilter.PAST : SeminarFilter.COMING, Keys.read(after), PAGE);
    }

    private boolean unchanged(WebRequest request, SeminarList list) {
        StringBuilder version = new StringBuilder();
        list.seminars().forEach(card -> version.append(Keys.version(card)));
        return request.checkNotModified("W/\"" + Keys.hash(version + " " + list.next() + " " + house.version()) + "\"");
    }

    private static ResponseEntity.BodyBuilder ok(MediaType type, @Nullable String next) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noCache().cachePublic())
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        return next == null ? answer : answer.header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
    }

    private @Nullable String next(String path, boolean over, @Nullable SeminarKey key) {
        return key == null
                ? null
                : house.address(path + "?" + (over ? "over=true&" : "") + "after=" + Keys.written(key));
    }

    private OpenSeminar open(SeminarCard card) {
        return new OpenSeminar(
                card.id().value(),
                house.address(SeminarPages.inPublic(card.slug())),
                Code.of(card.state()),
                byLanguage(card.title()),
                card.languages().stream().map(Language::code).sorted().toList(),
                card.topics().stream().sorted().toList(),
                card.hours(),
                card.starts().atZone(card.zone()).toOffsetDateTime(),
                card.ends().atZone(card.zone()).toOffsetDateTime(),
                card.zone().getId(),
                card.days(),
                card.place().isEmpty() ? null : card.place(),
                card.city(),
                card.online(),
                Code.of(card.mode()),
                card.capacity(),
                card.free(),
                card.waiting(),
                card.changedAt());
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
