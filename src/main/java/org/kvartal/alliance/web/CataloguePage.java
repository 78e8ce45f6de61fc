package org.kvartal.alliance.web;

import static org.kvartal.site.SitePages.LANGUAGE;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.kvartal.alliance.AlliancePages;
import org.kvartal.alliance.Catalogues;
import org.kvartal.alliance.Catalogues.Edition;
import org.kvartal.alliance.wording.Words;
import org.kvartal.files.Files;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.site.PublicPage;
import org.kvartal.site.PublicPages;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The last edition of the printed catalogue, for everybody. */
@Controller
class CataloguePage {

    private static final CacheControl KEPT =
            CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();

    private final Catalogues catalogues;
    private final Files files;
    private final PublicPages pages;
    private final Messages messages;
    private final House house;

    CataloguePage(Catalogues catalogues, Files files, PublicPages pages, Messages messages, House house) {
        this.catalogues = catalogues;
        this.files = files;
        this.pages = pages;
        this.messages = messages;
        this.house = house;
    }

    /** "Catalogue (PDF, 2.4 MB, 25 November 2026)". */
    static String described(Edition edition, Words words) {
        return words.text(
                "alliance.catalogue.link", edition.size() / 1e6, words.day(Objects.requireNonNull(edition.madeAt())));
    }

    @GetMapping(LANGUAGE + AlliancePages.CATALOGUE)
    ResponseEntity<?> show(@PathVariable Language language, HttpServletRequest request, HttpServletResponse response) {
        Optional<Edition> last = catalogues.last(language);
        Optional<Files.Content> content = last.map(Edition::file).flatMap(file -> files.content(file, false));
        if (last.isEmpty() || content.isEmpty()) {
            return none(language, request, response);
        }
        return whole(last.get(), content.get().bytes());
    }

    private ResponseEntity<Resource> whole(Edition edition, Resource bytes) {
        Instant since = Objects.requireNonNull(edition.madeAt());
        String name = "catalogue-" + edition.language().code() + "-" + house.day(since) + ".pdf";
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(KEPT)
                .eTag("\"" + edition.id() + "\"")
                .lastModified(since)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(bytes);
    }

    private ResponseEntity<byte[]> none(Language language, HttpServletRequest request, HttpServletResponse response) {
        ResponseEntity<byte[]> page = pages.answer(
                request,
                response,
                "alliance/no-catalogue",
                "none",
                () -> Map.of(
                        "page",
                        PublicPage.unlisted(
                                language,
                                AlliancePages.CATALOGUE,
                                messages.text(language, "alliance.catalogue.title"))));
        return page.getStatusCode() == HttpStatus.OK
                ? ResponseEntity.status(HttpStatus.NOT_FOUND)
                        .headers(page.getHeaders())
                        .body(page.getBody())
                : page;
    }
}
