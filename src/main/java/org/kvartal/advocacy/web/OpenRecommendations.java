package org.kvartal.advocacy.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.advocacy.AdvocacyPages;
import org.kvartal.advocacy.Measures;
import org.kvartal.advocacy.Measures.MeasureCard;
import org.kvartal.advocacy.Measures.MeasureFilter;
import org.kvartal.advocacy.Measures.MeasureList;
import org.kvartal.advocacy.Recommendations;
import org.kvartal.advocacy.Recommendations.ListKey;
import org.kvartal.advocacy.Recommendations.RecommendationCard;
import org.kvartal.advocacy.Recommendations.RecommendationFilter;
import org.kvartal.advocacy.Recommendations.RecommendationList;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
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
 * Recommendations and measures as open data: JSON and CSV, a hundred at a time, and the newest recommendations as a feed. Every language, codes instead of labels.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180, CSV</a>
 */
@RestController
class OpenRecommendations {

    static final String FEED = "/recommendations.atom";

    private static final String API = "/api/v1";
    private static final int PAGE = 100;
    private static final int FEED_ENTRIES = 30;
    private static final Asker GUEST = Asker.guest();
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final Recommendations recommendations;
    private final Measures measures;
    private final RecommendationFeed feed;
    private final House house;
    private final Clock clock;

    OpenRecommendations(
            Recommendations recommendations, Measures measures, RecommendationFeed feed, House house, Clock clock) {
        this.recommendations = recommendations;
        this.measures = measures;
        this.feed = feed;
        this.house = house;
        this.clock = clock;
    }

    /** What is not known is left out. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OpenRecommendation(
            UUID id,
            String code,
            String page,
            String state,
            Map<String, String> title,
            @Nullable LocalDate byWhen,
            int people,
            int associations,
            int letters,
            int answered,
            int measures,
            @Nullable Instant publicAt,
            Instant changedAt) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OpenMeasure(
            UUID id,
            String code,
            String page,
            String state,
            Map<String, String> title,
            Map<String, String> owner,
            String implementer,
            LocalDate starts,
            LocalDate due,
            int progress,
            @Nullable LocalDate nextReport,
            List<String> signs,
            String strategy,
            Instant changedAt) {}

    /** @param next the address at which it goes on; left out at the end */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page<T>(List<T> items, @Nullable String next) {}

    @GetMapping({API + "/recommendations", API + "/recommendations.json"})
    ResponseEntity<Page<OpenRecommendation>> recommendations(
            @RequestParam(defaultValue = "") String before, WebRequest request) {
        if (unchanged(request)) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED).build();
        }
        RecommendationList list = recommendations.list(GUEST, RecommendationFilter.ALL, Keys.read(before), PAGE);
        return ok(MediaType.APPLICATION_JSON, next(API + "/recommendations", list.next()))
                .body(new Page<>(
                        list.recommendations().stream().map(this::open).toList(),
                        next(API + "/recommendations", list.next())));
    }

    @GetMapping({API + "/measures", API + "/measures.json"})
    ResponseEntity<Page<OpenMeasure>> measures(@RequestParam(defaultValue = "") String before, WebRequest request) {
        if (unchanged(request)) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED).build();
        }
        MeasureList list = measures.list(GUEST, MeasureFilter.ALL, Keys.read(before), PAGE);
        return ok(MediaType.APPLICATION_JSON, next(API + "/measures", list.next()))
                .body(new Page<>(
                        list.measures().stream().map(this::open).toList(), next(API + "/measures", list.next())));
    }

    @GetMapping(API + "/recommendations.csv")
    ResponseEntity<byte[]> recommendationsAsTable(@RequestParam(defaultValue = "") String before, WebRequest request) {
        if (unchanged(request)) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED).build();
        }
        RecommendationList list = recommendations.list(GUEST, RecommendationFilter.ALL, Keys.read(before), PAGE);
        Table table = new Table(
                "code",
                "state",
                "title_en",
                "title_ru",
                "title_bg",
                "by_when",
                "people",
                "associations",
                "letters",
                "answered",
                "measures",
                "page",
                "changed_at");
        list.recommendations()
                .forEach(one -> table.row(
                        one.code(),
                        Code.of(one.state()),
                        one.title().texts().get(Language.EN),
                        one.title().texts().get(Language.RU),
                        one.title().texts().get(Language.BG),
                        one.byWhen(),
                        one.people(),
                        one.associations(),
                        one.letters(),
                        one.answered(),
                        one.measures(),
                        house.address(AdvocacyPages.inPublic(one.code())),
                        one.changedAt()));
        return ok(CSV, next(API + "/recommendations.csv", list.next())).body(table.bytes());
    }

    @GetMapping(API + "/measures.csv")
    ResponseEntity<byte[]> measuresAsTable(@RequestParam(defaultValue = "") String before, WebRequest request) {
        if (unchanged(request)) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED).build();
        }
        MeasureList list = measures.list(GUEST, MeasureFilter.ALL, Keys.read(before), PAGE);
        Table table = new Table(
                "code",
                "state",
                "title_en",
                "title_ru",
                "title_bg",
                "owner",
                "implementer",
                "starts",
                "due",
                "progress",
                "next_report",
                "strategy",
                "page",
                "changed_at");
        list.measures()
                .forEach(one -> table.row(
                        one.code(),
                        Code.of(one.state()),
                        one.title().texts().get(Language.EN),
                        one.title().texts().get(Language.RU),
                        one.title().texts().get(Language.BG),
                        one.owner().in(one.owner().source()),
                        one.implementer(),
                        one.starts(),
                        one.due(),
                        one.progress(),
                        one.nextReport(),
                        one.strategy(),
                        house.address(AdvocacyPages.measureInPublic(one.code())),
                        one.changedAt()));
        return ok(CSV, next(API + "/measures.csv", list.next())).body(table.bytes());
    }

    @GetMapping(FEED)
    ResponseEntity<byte[]> feed(WebRequest request) {
        if (unchanged(request)) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED).build();
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_ATOM_XML)
                .cacheControl(CacheControl.noCache().cachePublic())
                .body(feed.of(recommendations
                        .list(GUEST, RecommendationFilter.ALL, null, FEED_ENTRIES)
                        .recommendations()));
    }

    private boolean unchanged(WebRequest request) {
        return request.checkNotModified("W/\"" + recommendations.version() + "-" + house.day(clock.instant()) + "\"");
    }

    private static ResponseEntity.BodyBuilder ok(MediaType type, @Nullable String next) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noCache().cachePublic())
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        return next == null ? answer : answer.header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
    }

    private @Nullable String next(String path, @Nullable ListKey key) {
        return key == null ? null : house.address(path + "?before=" + Keys.written(key));
    }

    private OpenRecommendation open(RecommendationCard card) {
        return new OpenRecommendation(
                card.id().value(),
                card.code(),
                house.address(AdvocacyPages.inPublic(card.code())),
                Code.of(card.state()),
                byLanguage(card.title()),
                card.byWhen(),
                card.people(),
                card.associations(),
                card.letters(),
                card.answered(),
                card.measures(),
                card.publicAt(),
                card.changedAt());
    }

    private OpenMeasure open(MeasureCard card) {
        return new OpenMeasure(
                card.id().value(),
                card.code(),
                house.address(AdvocacyPages.measureInPublic(card.code())),
                Code.of(card.state()),
                byLanguage(card.title()),
                byLanguage(card.owner()),
                card.implementer(),
                card.starts(),
                card.due(),
                card.progress(),
                card.nextReport(),
                card.signs().stream().sorted().map(Code::of).toList(),
                card.strategy(),
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
