package org.kvartal.alliance.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.kvartal.alliance.AlliancePages;
import org.kvartal.files.Files;
import org.kvartal.kernel.House;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The newest copy of the whole directory. */
@RestController
@Tag(name = "Everything", description = "The whole public directory in one file, made each night")
class DumpData {

    static final String DUMP = AlliancePages.API + "/dump.zip";

    private static final String FILE = DUMP.substring(DUMP.lastIndexOf('/') + 1);
    private static final MediaType ZIP = new MediaType("application", "zip");
    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final KeptDumps dumps;
    private final Files files;
    private final House house;

    DumpData(KeptDumps dumps, Files files, House house) {
        this.dumps = dumps;
        this.files = files;
        this.house = house;
    }

    @GetMapping(DUMP)
    @Operation(
            operationId = "getDump",
            summary = "Entries, relations, sectors and places in one ZIP",
            description = """
                    A Data Package (https://datapackage.org, version 2.0): datapackage.json in it names each file with its format, size, \
                    SHA-256 and licences; LICENCE.txt says the same to people. Parts of it can be asked for. Counts as ten requests.""",
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        description = "The copy of last night",
                        headers = {
                            @Header(name = "ETag", ref = "#/components/headers/ETag"),
                            @Header(name = "Link", ref = "#/components/headers/Link")
                        },
                        content =
                                @Content(
                                        mediaType = "application/zip",
                                        schema = @Schema(type = "string", format = "binary"))),
                @ApiResponse(responseCode = "304", ref = "NotModified"),
                @ApiResponse(responseCode = "400", ref = "BadRequest"),
                @ApiResponse(responseCode = "404", ref = "NotFound"),
                @ApiResponse(responseCode = "429", ref = "TooManyRequests")
            })
    ResponseEntity<Resource> dump(HttpServletRequest request) {
        Dump dump = newest(request);
        Resource bytes =
                files.content(dump.file(), false).map(Files.Content::bytes).orElseThrow(DumpData::none);
        ResponseEntity.BodyBuilder answer = head(dump, "").contentType(ZIP).contentLength(dump.size());
        return HttpMethod.HEAD.matches(request.getMethod()) ? answer.build() : answer.body(bytes);
    }

    @GetMapping(DUMP + ".sha256")
    @Operation(
            operationId = "getDumpChecksum",
            summary = "The checksum of that ZIP",
            description =
                    "As sha256sum writes and checks it: SHA-256 in hexadecimal digits, two spaces, the file's name.",
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        description = "One line",
                        content = @Content(mediaType = "text/plain", schema = @Schema(type = "string"))),
                @ApiResponse(responseCode = "304", ref = "NotModified"),
                @ApiResponse(responseCode = "400", ref = "BadRequest"),
                @ApiResponse(responseCode = "404", ref = "NotFound"),
                @ApiResponse(responseCode = "429", ref = "TooManyRequests")
            })
    ResponseEntity<byte[]> checksum(HttpServletRequest request) {
        Dump dump = newest(request);
        String line = dump.sha256() + "  " + FILE + "\n";
        return head(dump, ".sha256").contentType(TEXT).body(line.getBytes(StandardCharsets.US_ASCII));
    }

    private Dump newest(HttpServletRequest request) {
        Wish.read(request.getParameterMap(), Set.of());
        return dumps.newest().orElseThrow(DumpData::none);
    }

    private ResponseEntity.BodyBuilder head(Dump dump, String ending) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache().cachePublic())
                .eTag("\"" + dump.sha256() + ending + "\"")
                .lastModified(dump.madeAt())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + FILE + ending + "\"")
                .header(
                        HttpHeaders.LINK,
                        "<" + house.address(AlliancePages.OPEN_DATA) + ">; rel=\"license\"",
                        "<" + house.address(OpenAnswers.DESCRIPTION) + ">; rel=\"service-desc\"");
    }

    private static Refusal none() {
        return Refusal.of(HttpStatus.NOT_FOUND, "no-dump", AlliancePages.API + "/entries?limit=all");
    }
}
