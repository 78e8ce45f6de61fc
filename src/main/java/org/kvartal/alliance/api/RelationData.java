package org.kvartal.alliance.api;

import static org.kvartal.alliance.api.Format.CSV;
import static org.kvartal.alliance.api.Format.JSON;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.AlliancePages;
import org.kvartal.alliance.Directory;
import org.kvartal.alliance.OpenDirectory;
import org.kvartal.alliance.OpenDirectory.Relation;
import org.kvartal.alliance.OpenDirectory.RelationStretch;
import org.kvartal.alliance.RelationId;
import org.kvartal.alliance.RelationKind;
import org.kvartal.alliance.api.Stretches.Stretch;
import org.kvartal.kernel.Code;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** How entries belong together, as data. */
@RestController
@Tag(name = "Relations", description = "How entries belong together")
class RelationData {

    private static final String RELATIONS = AlliancePages.API + "/relations";
    private static final Set<Format> FORMATS = Collections.unmodifiableSet(EnumSet.of(JSON, CSV));
    private static final Set<String> PARAMETERS = Wish.ordered("kind", "limit", "after", "bom");

    private final Directory directory;
    private final OpenDirectory open;
    private final ListRenderings renderings;
    private final OpenAnswers answers;

    RelationData(Directory directory, OpenDirectory open, ListRenderings renderings, OpenAnswers answers) {
        this.directory = directory;
        this.open = open;
        this.renderings = renderings;
        this.answers = answers;
    }

    @GetMapping(RELATIONS)
    @Operation(
            operationId = "listRelations",
            summary = "Partnerships, memberships and other relations between entries",
            description = "With the dates between which they last, as exactly as those are known. Ended ones stay.",
            parameters = {
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "kind",
                        description = "Only these kinds",
                        array =
                                @ArraySchema(
                                        schema =
                                                @Schema(
                                                        type = "string",
                                                        allowableValues = {
                                                            "member-of",
                                                            "part-of",
                                                            "hosts",
                                                            "twinned-with",
                                                            "agreement",
                                                            "funded-by"
                                                        })),
                        example = "agreement"),
                @Parameter(ref = "limit"),
                @Parameter(ref = "after"),
                @Parameter(ref = "bom")
            },
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        description = "A page of relations, or all of them",
                        content = {
                            @Content(
                                    mediaType = "application/json",
                                    schema = @Schema(implementation = Lists.Relations.class)),
                            @Content(mediaType = "text/csv", schema = @Schema(ref = "Table"))
                        }),
                @ApiResponse(responseCode = "304", ref = "NotModified"),
                @ApiResponse(responseCode = "400", ref = "BadRequest"),
                @ApiResponse(responseCode = "406", ref = "NotAcceptable"),
                @ApiResponse(responseCode = "429", ref = "TooManyRequests")
            })
    void relations(HttpServletRequest request, HttpServletResponse response) throws IOException {
        list(request, response, OpenAnswers.accepted(request, response, FORMATS));
    }

    @GetMapping(RELATIONS + ".{format:[a-z]+}")
    @Operation(
            operationId = "listRelationsAs",
            summary = "The same, in a format that the address names",
            parameters = {
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "kind",
                        description = "Only these kinds, as for /relations",
                        array = @ArraySchema(schema = @Schema(type = "string"))),
                @Parameter(ref = "limit"),
                @Parameter(ref = "after"),
                @Parameter(ref = "bom")
            },
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        description = "A page of relations, or all of them",
                        content = {
                            @Content(
                                    mediaType = "application/json",
                                    schema = @Schema(implementation = Lists.Relations.class)),
                            @Content(mediaType = "text/csv", schema = @Schema(ref = "Table"))
                        }),
                @ApiResponse(responseCode = "304", ref = "NotModified"),
                @ApiResponse(responseCode = "400", ref = "BadRequest"),
                @ApiResponse(responseCode = "404", ref = "NotFound"),
                @ApiResponse(responseCode = "429", ref = "TooManyRequests")
            })
    void relationsAs(
            @Parameter(schema = @Schema(allowableValues = {"json", "csv"})) @PathVariable String format,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        list(request, response, OpenAnswers.ending(format, FORMATS));
    }

    private void list(HttpServletRequest request, HttpServletResponse response, Format format) throws IOException {
        Wish wish = Wish.read(request.getParameterMap(), PARAMETERS);
        Set<RelationKind> kinds = wish.relationKinds();
        Integer limit = wish.limit();
        RelationId after = wish.after().map(RelationId::new).orElse(null);
        Rendering<Relation> rendering = renderings.relations(format, wish.mark());
        if (answers.has(request, response, format, Long.toString(directory.version()))) {
            return;
        }
        int size = limit == null ? Stretches.SIZE : limit;
        Stretch<Relation, RelationId> first = stretch(kinds, after, size);
        Iterator<List<Relation>> rows = limit == null
                ? new Stretches<>(first, key -> stretch(kinds, key, size))
                : List.of(first.rows()).iterator();
        RelationId next = limit == null ? null : first.next();
        String further = next == null ? null : further(request, kinds, next);
        answers.send(request, response, format, "relations", rendering, rows, further);
    }

    private Stretch<Relation, RelationId> stretch(Set<RelationKind> kinds, @Nullable RelationId after, int size) {
        RelationStretch read = open.relations(kinds, after, size);
        return new Stretch<>(read.relations(), read.next());
    }

    private static String further(HttpServletRequest request, Set<RelationKind> kinds, RelationId next) {
        StringJoiner query = new StringJoiner("&");
        kinds.forEach(kind -> query.add("kind=" + Code.of(kind)));
        OpenAnswers.carry(request, query, "limit", "bom");
        return query.add("after=" + next).toString();
    }
}
