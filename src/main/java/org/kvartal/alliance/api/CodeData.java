package org.kvartal.alliance.api;

import static org.kvartal.alliance.api.Format.CSV;
import static org.kvartal.alliance.api.Format.GEO_JSON;
import static org.kvartal.alliance.api.Format.JSON;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.kvartal.alliance.AlliancePages;
import org.kvartal.membership.Places.Place;
import org.kvartal.membership.Sectors.Sector;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The lists by whose codes entries speak, as data: short, so each comes whole. */
@RestController
@Tag(name = "Codes", description = "The lists by whose codes entries speak")
class CodeData {

    private static final String SECTORS = AlliancePages.API + "/sectors";
    private static final String PLACES = AlliancePages.API + "/places";
    private static final Set<Format> OF_SECTORS = Collections.unmodifiableSet(EnumSet.of(JSON, CSV));
    private static final Set<Format> OF_PLACES = Collections.unmodifiableSet(EnumSet.of(JSON, GEO_JSON, CSV));
    private static final Set<String> PARAMETERS = Wish.ordered("bom");

    private final Codes.Reader codes;
    private final ListRenderings renderings;
    private final OpenAnswers answers;

    CodeData(Codes.Reader codes, ListRenderings renderings, OpenAnswers answers) {
        this.codes = codes;
        this.renderings = renderings;
        this.answers = answers;
    }

    @GetMapping(SECTORS)
    @Operation(
            operationId = "listSectors",
            summary = "Creative sectors, each before those below it",
            description = "With the cultural domains of UNESCO to which they belong.",
            parameters = @Parameter(ref = "bom"),
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        description = "All sectors",
                        content = {
                            @Content(
                                    mediaType = "application/json",
                                    schema = @Schema(implementation = Lists.SectorList.class)),
                            @Content(mediaType = "text/csv", schema = @Schema(ref = "Table"))
                        }),
                @ApiResponse(responseCode = "304", ref = "NotModified"),
                @ApiResponse(responseCode = "400", ref = "BadRequest"),
                @ApiResponse(responseCode = "406", ref = "NotAcceptable"),
                @ApiResponse(responseCode = "429", ref = "TooManyRequests")
            })
    void sectors(HttpServletRequest request, HttpServletResponse response) throws IOException {
        sectors(request, response, OpenAnswers.accepted(request, response, OF_SECTORS));
    }

    @GetMapping(SECTORS + ".{format:[a-z]+}")
    @Operation(
            operationId = "listSectorsAs",
            summary = "The same, in a format that the address names",
            parameters = @Parameter(ref = "bom"),
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        description = "All sectors",
                        content = {
                            @Content(
                                    mediaType = "application/json",
                                    schema = @Schema(implementation = Lists.SectorList.class)),
                            @Content(mediaType = "text/csv", schema = @Schema(ref = "Table"))
                        }),
                @ApiResponse(responseCode = "304", ref = "NotModified"),
                @ApiResponse(responseCode = "400", ref = "BadRequest"),
                @ApiResponse(responseCode = "404", ref = "NotFound"),
                @ApiResponse(responseCode = "429", ref = "TooManyRequests")
            })
    void sectorsAs(
            @Parameter(schema = @Schema(allowableValues = {"json", "csv"})) @PathVariable String format,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        sectors(request, response, OpenAnswers.ending(format, OF_SECTORS));
    }

    @GetMapping(PLACES)
    @Operation(
            operationId = "listPlaces",
            summary = "Cities that the house knows",
            parameters = @Parameter(ref = "bom"),
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        description = "All places",
                        content = {
                            @Content(
                                    mediaType = "application/json",
                                    schema = @Schema(implementation = Lists.PlaceList.class)),
                            @Content(mediaType = "application/geo+json", schema = @Schema(ref = "FeatureCollection")),
                            @Content(mediaType = "text/csv", schema = @Schema(ref = "Table"))
                        }),
                @ApiResponse(responseCode = "304", ref = "NotModified"),
                @ApiResponse(responseCode = "400", ref = "BadRequest"),
                @ApiResponse(responseCode = "406", ref = "NotAcceptable"),
                @ApiResponse(responseCode = "429", ref = "TooManyRequests")
            })
    void places(HttpServletRequest request, HttpServletResponse response) throws IOException {
        places(request, response, OpenAnswers.accepted(request, response, OF_PLACES));
    }

    @GetMapping(PLACES + ".{format:[a-z]+}")
    @Operation(
            operationId = "listPlacesAs",
            summary = "The same, in a format that the address names",
            parameters = @Parameter(ref = "bom"),
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        description = "All places",
                        content = {
                            @Content(
                                    mediaType = "application/json",
                                    schema = @Schema(implementation = Lists.PlaceList.class)),
                            @Content(mediaType = "application/geo+json", schema = @Schema(ref = "FeatureCollection")),
                            @Content(mediaType = "text/csv", schema = @Schema(ref = "Table"))
                        }),
                @ApiResponse(responseCode = "304", ref = "NotModified"),
                @ApiResponse(responseCode = "400", ref = "BadRequest"),
                @ApiResponse(responseCode = "404", ref = "NotFound"),
                @ApiResponse(responseCode = "429", ref = "TooManyRequests")
            })
    void placesAs(
            @Parameter(schema = @Schema(allowableValues = {"json", "geojson", "csv"})) @PathVariable String format,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        places(request, response, OpenAnswers.ending(format, OF_PLACES));
    }

    private void sectors(HttpServletRequest request, HttpServletResponse response, Format format) throws IOException {
        Wish wish = Wish.read(request.getParameterMap(), PARAMETERS);
        Rendering<Sector> rendering = renderings.sectors(format, wish.mark());
        Codes known = codes.read();
        if (!answers.has(request, response, format, Integer.toString(known.stamp()))) {
            List<Sector> sectors = List.copyOf(known.sectors().values());
            answers.send(
                    request,
                    response,
                    format,
                    "sectors",
                    rendering,
                    List.of(sectors).iterator(),
                    null);
        }
    }

    private void places(HttpServletRequest request, HttpServletResponse response, Format format) throws IOException {
        Wish wish = Wish.read(request.getParameterMap(), PARAMETERS);
        Rendering<Place> rendering = renderings.places(format, wish.mark());
        Codes known = codes.read();
        if (!answers.has(request, response, format, Integer.toString(known.stamp()))) {
            List<Place> places = List.copyOf(known.places().values());
            answers.send(
                    request,
                    response,
                    format,
                    "places",
                    rendering,
                    List.of(places).iterator(),
                    null);
        }
    }
}
