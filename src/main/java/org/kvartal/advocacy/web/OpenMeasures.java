package org.kvartal.advocacy.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.advocacy.AdvocacyPages;
import org.kvartal.advocacy.Aims.Budget;
import org.kvartal.advocacy.Aims.Indicator;
import org.kvartal.advocacy.Measures;
import org.kvartal.advocacy.Measures.MeasureCard;
import org.kvartal.advocacy.Measures.MeasureFilter;
import org.kvartal.advocacy.Measures.MeasureList;
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

/** Measures as open data, as recommendations are. */
@RestController
@Tag(name = "Measures", description = "What is done because of recommendations and strategies")
class OpenMeasures {

    private static final String PATH = AdvocacyData.API + "/measures";

    private final Measures measures;
    private final AdvocacyFeeds feeds;
    private final AdvocacyData data;
    private final House house;

    OpenMeasures(Measures measures, AdvocacyFeeds feeds, AdvocacyData data, House house) {
        this.measures = measures;
        this.feeds = feeds;
        this.data = data;
        this.house = house;
    }

    @Schema(name = "Measure", description = "What is not known is left out")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OpenMeasure(
            UUID id,
            String code,
            @Schema(description = "Its public page") String page,
            @Schema(example = "in-progress") String state,
            @Schema(description = "By language") Map<String, String> title,

            @Schema(description = "Whose it is, by language")
            Map<String, String> owner,

            @Schema(description = "Who carries it out; may be empty")
            String implementer,

            LocalDate starts,
            @Schema(description = "The last day") LocalDate due,

            @Schema(description = "How much of it is done, per cent")
            int progress,

            @Schema(description = "When its next report is due") @Nullable LocalDate nextReport,

            @Schema(description = "What the calendar says of it", example = "[\"behind\"]")
            List<String> signs,

            @Schema(description = "The strategy from which it comes; may be empty")
            String strategy,

            @Schema(description = "How much it counts among the measures beside it, from 1 to 100") @Nullable Integer weight,

            @Schema(description = "What it may cost") @Nullable OpenBudget budget,

            @Schema(description = "What it is measured by; left out where there is nothing") @Nullable List<OpenIndicator> indicators,

            Instant changedAt) {}

    @Schema(name = "Budget")
    record OpenBudget(
            BigDecimal amount,

            @Schema(description = "By ISO 4217", example = "EUR")
            String currency) {}

    @Schema(name = "Indicator", description = "What is not known is left out")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OpenIndicator(
            @Schema(description = "By language") Map<String, String> name,

            @Schema(description = "May be empty", example = "m²")
            String unit,

            @Schema(description = "Where it stood at first") @Nullable BigDecimal baseline,

            @Schema(description = "Where it should get to") @Nullable BigDecimal target,

            @Schema(description = "Where it stands") @Nullable BigDecimal current) {}

    @Schema(name = "Measures")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MeasurePage(
            List<OpenMeasure> items,

            @Schema(description = "The address at which it goes on; left out at the end") @Nullable String next) {}

    @GetMapping({PATH, PATH + ".json"})
    @Operation(
            operationId = "listMeasures",
            summary = "Measures, the newest first",
            description = "A hundred at a time.",
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        description = "A page of measures",
                        content =
                                @Content(
                                        mediaType = "application/json",
                                        schema = @Schema(implementation = MeasurePage.class))),
                @ApiResponse(responseCode = "304", ref = "NotModified"),
                @ApiResponse(responseCode = "404", ref = "NotFound"),
                @ApiResponse(responseCode = "429", ref = "TooManyRequests")
            })
    ResponseEntity<MeasurePage> list(
            @Parameter(description = "Where to go on: taken from the next address of the page before")
                    @RequestParam(defaultValue = "")
                    String before,
            WebRequest request) {
        if (data.unchanged(request)) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED).build();
        }
        MeasureList list = measures.list(AdvocacyData.GUEST, MeasureFilter.ALL, Keys.read(before), AdvocacyData.PAGE);
        String next = data.next(PATH, list.next());
        return data.ok(MediaType.APPLICATION_JSON, next)
                .body(new MeasurePage(list.measures().stream().map(this::open).toList(), next));
    }

    @GetMapping(PATH + ".csv")
    @Operation(
            operationId = "listMeasuresAsTable",
            summary = "The same as a table",
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        description = "A page of measures",
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
        MeasureList list = measures.list(AdvocacyData.GUEST, MeasureFilter.ALL, Keys.read(before), AdvocacyData.PAGE);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CsvText table = CsvText.forPrograms(bytes);
        table.cells(
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
                "weight",
                "budget",
                "currency",
                "indicators",
                "page",
                "changed_at");
        list.measures()
                .forEach(one -> table.cells(
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
                        one.aims().weight(),
                        one.aims().budget() == null ? null : one.aims().budget().amount(),
                        one.aims().budget() == null ? null : one.aims().budget().currency(),
                        one.aims().indicators().stream().map(OpenMeasures::cell).collect(Collectors.joining("\n")),
                        house.address(AdvocacyPages.measureInPublic(one.code())),
                        one.changedAt()));
        table.close();
        return data.ok(AdvocacyData.CSV, data.next(AdvocacyData.API + "/measures.csv", list.next()))
                .body(bytes.toByteArray());
    }

    @GetMapping(AdvocacyFeeds.MEASURES)
    ResponseEntity<byte[]> feed(WebRequest request) {
        return data.unchanged(request)
                ? ResponseEntity.status(HttpStatus.NOT_MODIFIED).build()
                : data.feed(feeds.measures(
                        measures.list(AdvocacyData.GUEST, MeasureFilter.ALL, null, AdvocacyData.FEED_ENTRIES)
                                .measures()));
    }

    private OpenMeasure open(MeasureCard card) {
        Budget budget = card.aims().budget();
        return new OpenMeasure(
                card.id().value(),
                card.code(),
                house.address(AdvocacyPages.measureInPublic(card.code())),
                Code.of(card.state()),
                AdvocacyData.byLanguage(card.title()),
                AdvocacyData.byLanguage(card.owner()),
                card.implementer(),
                card.starts(),
                card.due(),
                card.progress(),
                card.nextReport(),
                card.signs().stream().sorted().map(Code::of).toList(),
                card.strategy(),
                card.aims().weight(),
                budget == null ? null : new OpenBudget(budget.amount(), budget.currency()),
                card.aims().indicators().isEmpty()
                        ? null
                        : card.aims().indicators().stream()
                                .map(OpenMeasures::open)
                                .toList(),
                card.changedAt());
    }

    private static OpenIndicator open(Indicator one) {
        return new OpenIndicator(
                AdvocacyData.byLanguage(one.name()), one.unit(), one.baseline(), one.target(), one.current());
    }

    /** One line of a cell: name, unit, and where it stood at first, should get to and stands. */
    private static String cell(Indicator one) {
        return one.name().in(one.name().source()).replace('|', '/') + "|"
                + one.unit().replace('|', '/') + "|" + number(one.baseline()) + "|" + number(one.target()) + "|"
                + number(one.current());
    }

    private static String number(@Nullable BigDecimal value) {
        return value == null ? "" : value.toPlainString();
    }
}
