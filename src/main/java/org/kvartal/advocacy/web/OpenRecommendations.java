package org.kvartal.advocacy.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.advocacy.AdvocacyPages;
import org.kvartal.advocacy.Recommendations;
import org.kvartal.advocacy.Recommendations.RecommendationCard;
import org.kvartal.advocacy.Recommendations.RecommendationFilter;
import org.kvartal.advocacy.Recommendations.RecommendationList;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.CsvText;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/**
 * Recommendations as open data: JSON and CSV, a hundred at a time, and the newest as a feed. Every language, codes instead of labels.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180, CSV</a>
 */
@RestController
@Tag(name = "Recommendations", description = "What the sector asks of authorities and donors")
class OpenRecommendations {

    private static final String PATH = AdvocacyData.API + "/recommendations";

    private final Recommendations recommendations;
    private final AdvocacyFeeds feeds;
    private final AdvocacyData data;
    private final House house;

    OpenRecommendations(Recommendations recommendations, AdvocacyFeeds feeds, AdvocacyData data, House house) {
        this.recommendations = recommendations;
        this.feeds = feeds;
        this.data = data;
        this.house = house;
    }

    @Schema(name = "Recommendation", description = "What is not known is left out")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OpenRecommendation(
            UUID id,
            String code,
            @Schema(description = "Its public page") String page,
            @Schema(example = "adopted") String state,
            @Schema(description = "By language") Map<String, String> title,

            @Schema(description = "By when it is asked for") @Nullable LocalDate byWhen,

            @Schema(description = "How many stand behind it as themselves")
            int people,

            @Schema(description = "How many associations stand behind it")
            int associations,

            @Schema(description = "How many letters with it were sent")
            int letters,

            @Schema(description = "How many of these were answered")
            int answered,

            @Schema(description = "How many measures carry it out")
            int measures,

            @Schema(description = "On what it rests in law, by language") @Nullable Map<String, String> legalBasis,

            @Schema(
                    description =
                            "How much it would cost: none, small (fits into a budget that is there), medium (money of its own in"
                                    + " the budget of a year) or large (several years)",
                    example = "small")
            @Nullable String cost,

            @Nullable Instant publicAt,
            Instant changedAt) {}

    @Schema(name = "Recommendations")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RecommendationPage(
            List<OpenRecommendation> items,

            @Schema(description = "The address at which it goes on; left out at the end") @Nullable String next) {}

    @GetMapping({PATH, PATH + ".json"})
    @Operation(
            operationId = "listRecommendations",
            summary = "Recommendations, the newest first",
            description = "A hundred at a time, from the moment at which everybody may comment on them.",
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        description = "A page of recommendations",
                        content =
                                @Content(
                                        mediaType = "application/json",
                                        schema = @Schema(implementation = RecommendationPage.class))),
                @ApiResponse(responseCode = "304", ref = "NotModified"),
                @ApiResponse(responseCode = "404", ref = "NotFound"),
                @ApiResponse(responseCode = "429", ref = "TooManyRequests")
            })
    ResponseEntity<RecommendationPage> list(
            @Parameter(description = "Where to go on: taken from the next address of the page before")
                    @RequestParam(defaultValue = "")
                    String before,
            WebRequest request) {
        if (data.unchanged(request)) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED).build();
        }
        RecommendationList list = recommendations.list(
                AdvocacyData.GUEST, RecommendationFilter.ALL, Keys.read(before), AdvocacyData.PAGE);
        String next = data.next(PATH, list.next());
        return data.ok(MediaType.APPLICATION_JSON, next)
                .body(new RecommendationPage(
                        list.recommendations().stream().map(this::open).toList(), next));
    }

    @GetMapping(PATH + ".csv")
    @Operation(
            operationId = "listRecommendationsAsTable",
            summary = "The same as a table",
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        description = "A page of recommendations",
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
        if (data.unchanged(request)) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED).build();
        }
        RecommendationList list = recommendations.list(
                AdvocacyData.GUEST, RecommendationFilter.ALL, Keys.read(before), AdvocacyData.PAGE);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CsvText table = CsvText.forPrograms(bytes);
        table.cells(
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
                "legal_basis_en",
                "legal_basis_ru",
                "legal_basis_bg",
                "cost",
                "page",
                "changed_at");
        list.recommendations()
                .forEach(one -> table.cells(
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
                        legal(one, Language.EN),
                        legal(one, Language.RU),
                        legal(one, Language.BG),
                        one.cost() == null ? null : Code.of(one.cost()),
                        house.address(AdvocacyPages.inPublic(one.code())),
                        one.changedAt()));
        table.close();
        return data.ok(AdvocacyData.CSV, data.next(AdvocacyData.API + "/recommendations.csv", list.next()))
                .body(bytes.toByteArray());
    }

    @GetMapping(AdvocacyFeeds.RECOMMENDATIONS)
    ResponseEntity<byte[]> feed(WebRequest request) {
        return data.unchanged(request)
                ? ResponseEntity.status(HttpStatus.NOT_MODIFIED).build()
                : data.feed(feeds.recommendations(recommendations
                        .list(AdvocacyData.GUEST, RecommendationFilter.ALL, null, AdvocacyData.FEED_ENTRIES)
                        .recommendations()));
    }

    private OpenRecommendation open(RecommendationCard card) {
        return new OpenRecommendation(
                card.id().value(),
                card.code(),
                house.address(AdvocacyPages.inPublic(card.code())),
                Code.of(card.state()),
                AdvocacyData.byLanguage(card.title()),
                card.byWhen(),
                card.people(),
                card.associations(),
                card.letters(),
                card.answered(),
                card.measures(),
                card.legal() == null ? null : AdvocacyData.byLanguage(card.legal()),
                card.cost() == null ? null : Code.of(card.cost()),
                card.publicAt(),
                card.changedAt());
    }

    private static @Nullable String legal(RecommendationCard card, Language language) {
        return card.legal() == null ? null : card.legal().texts().get(language);
    }
}
