package org.kvartal.alliance.api;

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
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.AlliancePages;
import org.kvartal.alliance.Directory;
import org.kvartal.alliance.Directory.EntryDetail;
import org.kvartal.alliance.Directory.Look;
import org.kvartal.alliance.DirectoryFilter;
import org.kvartal.alliance.EntryId;
import org.kvartal.alliance.OpenDirectory;
import org.kvartal.alliance.OpenDirectory.EntryStretch;
import org.kvartal.alliance.api.Stretches.Stretch;
import org.kvartal.kernel.Asker;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The entries of the directory as data. */
@RestController
@Tag(name = "Entries", description = "Organisations and places of the creative sector")
class EntryData {

    private static final String ENTRIES = AlliancePages.API + "/entries";
    private static final Set<Format> NAMED = Collections.unmodifiableSet(EnumSet.allOf(Format.class));
    private static final Set<Format> ACCEPTED =
            Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(Format.HSDS)));
    private static final Set<String> OF_ONE = Wish.ordered("lang", "bom");
    private static final Set<String> OF_MANY = Wish.with(Wish.FILTER, "lang", "limit", "after", "bom");

    private final Directory directory;
    private final OpenDirectory open;
    private final Codes.Reader codes;
    private final EntryRenderings renderings;
    private final OpenAnswers answers;

    EntryData(
            Directory directory,
            OpenDirectory open,
            Codes.Reader codes,
            EntryRenderings renderings,
            OpenAnswers answers) {
        this.directory = directory;
        this.open = open;
        this.codes = codes;
        this.renderings = renderings;
        this.answers = answers;
    }

    @GetMapping(ENTRIES)
    @Operation(
            operationId = "listEntries",
            summary = "Entries that a filter lets through",
            description = """
                    Values of one parameter are alternatives; parameters narrow each other, as in the address of the directory's pages. \
                    Entries stand by their ids, which grow with time: reading to the end gives each once, whatever changes meanwhile.""",
            parameters = {
                @Parameter(ref = "q"),
                @Parameter(ref = "kind"),
                @Parameter(ref = "sector"),
                @Parameter(ref = "place"),
                @Parameter(ref = "language"),
                @Parameter(ref = "member"),
                @Parameter(ref = "box"),
                @Parameter(ref = "lang"),
                @Parameter(ref = "limit"),
                @Parameter(ref = "after"),
                @Parameter(ref = "bom")
            },
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        description = "A page of entries, or all of them",
                        content = {
                            @Content(
                                    mediaType = "application/json",
                                    schema = @Schema(implementation = Lists.Entries.class)),
                            @Content(mediaType = "application/ld+json", schema = @Schema(ref = "DataFeed")),
                            @Content(mediaType = "application/geo+json", schema = @Schema(ref = "FeatureCollection")),
                            @Content(mediaType = "text/csv", schema = @Schema(ref = "Table")),
                            @Content(mediaType = "text/vcard", schema = @Schema(ref = "Cards"))
                        }),
                @ApiResponse(responseCode = "304", ref = "NotModified"),
                @ApiResponse(responseCode = "400", ref = "BadRequest"),
                @ApiResponse(responseCode = "406", ref = "NotAcceptable"),
                @ApiResponse(responseCode = "429", ref = "TooManyRequests")
            })
    void entries(HttpServletRequest request, HttpServletResponse response) throws IOException {
        list(request, response, OpenAnswers.accepted(request, response, ACCEPTED));
    }

    @GetMapping(ENTRIES + ".{format:[a-z.]+}")
    @Operation(
            operationId = "listEntriesAs",
            summary = "The same, in a format that the address names",
            description = """
                    For links and programs that can't say what they accept. Takes the parameters of /entries. hsds.json gives organisations of \
                    the Human Services Data Specification 3.1 in contents; where that specification counts pages, this list goes on by keys: \
                    next is the address of what follows.""",
            parameters = {
                @Parameter(ref = "q"),
                @Parameter(ref = "kind"),
                @Parameter(ref = "sector"),
                @Parameter(ref = "place"),
                @Parameter(ref = "language"),
                @Parameter(ref = "member"),
                @Parameter(ref = "box"),
                @Parameter(ref = "lang"),
                @Parameter(ref = "limit"),
                @Parameter(ref = "after"),
                @Parameter(ref = "bom")
            },
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        description = "A page of entries, or all of them",
                        content = {
                            @Content(
                                    mediaType = "application/json",
                                    schema = @Schema(oneOf = {Lists.Entries.class, HsdsSchemas.Organizations.class})),
                            @Content(mediaType = "application/ld+json", schema = @Schema(ref = "DataFeed")),
                            @Content(mediaType = "application/geo+json", schema = @Schema(ref = "FeatureCollection")),
                            @Content(mediaType = "text/csv", schema = @Schema(ref = "Table")),
                            @Content(mediaType = "text/vcard", schema = @Schema(ref = "Cards"))
                        }),
                @ApiResponse(responseCode = "304", ref = "NotModified"),
                @ApiResponse(responseCode = "400", ref = "BadRequest"),
                @ApiResponse(responseCode = "404", ref = "NotFound"),
                @ApiResponse(responseCode = "429", ref = "TooManyRequests")
            })
    void entriesAs(
            @Parameter(schema = @Schema(allowableValues = {"json", "jsonld", "geojson", "csv", "vcf", "hsds.json"}))
                    @PathVariable
                    String format,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        list(request, response, OpenAnswers.ending(format, NAMED));
    }

    @GetMapping(ENTRIES + "/{slug:[a-z0-9-]+}")
    @Operation(
            operationId = "getEntry",
            summary = "One entry",
            description = "An address that an entry had once leads to the one that it has now.",
            parameters = {@Parameter(ref = "lang"), @Parameter(ref = "bom")},
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        description = "The entry",
                        content = {
                            @Content(
                                    mediaType = "application/json",
                                    schema = @Schema(implementation = OpenEntry.class)),
                            @Content(mediaType = "application/ld+json", schema = @Schema(ref = "Thing")),
                            @Content(mediaType = "application/geo+json", schema = @Schema(ref = "Feature")),
                            @Content(mediaType = "text/csv", schema = @Schema(ref = "Table")),
                            @Content(mediaType = "text/vcard", schema = @Schema(ref = "Cards"))
                        }),
                @ApiResponse(responseCode = "304", ref = "NotModified"),
                @ApiResponse(responseCode = "308", ref = "Moved"),
                @ApiResponse(responseCode = "400", ref = "BadRequest"),
                @ApiResponse(responseCode = "404", ref = "NotFound"),
                @ApiResponse(responseCode = "406", ref = "NotAcceptable"),
                @ApiResponse(responseCode = "410", ref = "Gone"),
                @ApiResponse(responseCode = "429", ref = "TooManyRequests")
            })
    void entry(
            @Parameter(description = "The last part of its address", example = "karlo-plaza") @PathVariable String slug,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        one(slug, "", request, response, OpenAnswers.accepted(request, response, ACCEPTED));
    }

    @GetMapping(ENTRIES + "/{slug:[a-z0-9-]+}.{format:[a-z.]+}")
    @Operation(
            operationId = "getEntryAs",
            summary = "One entry, in a format that the address names",
            parameters = {@Parameter(ref = "lang"), @Parameter(ref = "bom")},
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        description = "The entry",
                        content = {
                            @Content(
                                    mediaType = "application/json",
                                    schema = @Schema(oneOf = {OpenEntry.class, HsdsSchemas.Organization.class})),
                            @Content(mediaType = "application/ld+json", schema = @Schema(ref = "Thing")),
                            @Content(mediaType = "application/geo+json", schema = @Schema(ref = "Feature")),
                            @Content(mediaType = "text/csv", schema = @Schema(ref = "Table")),
                            @Content(mediaType = "text/vcard", schema = @Schema(ref = "Cards"))
                        }),
                @ApiResponse(responseCode = "304", ref = "NotModified"),
                @ApiResponse(responseCode = "308", ref = "Moved"),
                @ApiResponse(responseCode = "400", ref = "BadRequest"),
                @ApiResponse(responseCode = "404", ref = "NotFound"),
                @ApiResponse(responseCode = "410", ref = "Gone"),
                @ApiResponse(responseCode = "429", ref = "TooManyRequests")
            })
    void entryAs(
            @Parameter(description = "The last part of its address", example = "karlo-plaza") @PathVariable String slug,
            @Parameter(schema = @Schema(allowableValues = {"json", "jsonld", "geojson", "csv", "vcf", "hsds.json"}))
                    @PathVariable
                    String format,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        one(slug, "." + format, request, response, OpenAnswers.ending(format, NAMED));
    }

    private void list(HttpServletRequest request, HttpServletResponse response, Format format) throws IOException {
        Wish wish = Wish.read(request.getParameterMap(), OF_MANY);
        Codes known = codes.read();
        DirectoryFilter filter = wish.filter(known);
        Integer limit = wish.limit();
        EntryId after = wish.after().map(EntryId::new).orElse(null);
        var rendering = renderings.many(format, known, wish.language(), wish.mark());
        if (answers.has(request, response, format, directory.version() + " " + known.stamp())) {
            return;
        }
        int size = limit == null ? Stretches.SIZE : limit;
        Stretch<EntryDetail, EntryId> first = stretch(filter, after, size);
        Iterator<List<EntryDetail>> rows = limit == null
                ? new Stretches<>(first, key -> stretch(filter, key, size))
                : List.of(first.rows()).iterator();
        EntryId next = limit == null ? null : first.next();
        answers.send(
                request,
                response,
                format,
                "entries",
                rendering,
                rows,
                next == null ? null : further(request, filter, next));
    }

    private Stretch<EntryDetail, EntryId> stretch(DirectoryFilter filter, @Nullable EntryId after, int size) {
        EntryStretch read = open.entries(filter, after, size);
        return new Stretch<>(read.entries(), read.next());
    }

    private static String further(HttpServletRequest request, DirectoryFilter filter, EntryId next) {
        StringJoiner query = new StringJoiner("&");
        if (!filter.isAll()) {
            query.add(filter.write());
        }
        OpenAnswers.carry(request, query, "lang", "limit", "bom");
        return query.add("after=" + next).toString();
    }

    private void one(
            String slug, String ending, HttpServletRequest request, HttpServletResponse response, Format format)
            throws IOException {
        Wish wish = Wish.read(request.getParameterMap(), OF_ONE);
        var language = wish.language();
        boolean mark = wish.mark();
        switch (directory.look(Asker.guest(), slug)) {
            case Look.Moved moved -> {
                String query = request.getQueryString();
                response.setStatus(HttpStatus.PERMANENT_REDIRECT.value());
                response.setHeader(
                        HttpHeaders.LOCATION,
                        ENTRIES + "/" + moved.slug() + ending + (query == null ? "" : "?" + query));
            }
            case Look.Gone _ -> throw Refusal.of(HttpStatus.GONE, "gone");
            case Look.Found(EntryDetail entry) -> {
                Codes known = codes.read();
                if (!answers.has(request, response, format, entry.revision() + " " + known.stamp())) {
                    answers.send(
                            request,
                            response,
                            format,
                            slug,
                            renderings.one(format, known, language, mark),
                            List.of(List.of(entry)).iterator(),
                            null);
                }
            }
        }
    }
}
