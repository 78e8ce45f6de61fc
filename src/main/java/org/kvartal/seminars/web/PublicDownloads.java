package org.kvartal.seminars.web;

import static org.kvartal.site.SitePages.LANGUAGE;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.kvartal.calendar.Calendar;
import org.kvartal.calendar.CalendarEvent;
import org.kvartal.calendar.CalendarFiles;
import org.kvartal.calendar.CalendarFilter;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.NotFound;
import org.kvartal.seminars.MaterialId;
import org.kvartal.seminars.Materials;
import org.kvartal.seminars.SeminarPages;
import org.kvartal.seminars.Seminars;
import org.kvartal.seminars.Seminars.SeminarCard;
import org.kvartal.seminars.Seminars.SeminarPage;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.WebRequest;

/** What everybody may take home from the page of a seminar: its days for a calendar, and the materials that are for all. */
@Controller
class PublicDownloads {

    private static final String SEMINAR =
            LANGUAGE + SeminarPages.PUBLIC_SEMINARS + "/{slug:" + PublicSeminars.SLUG + "}";
    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final Seminars seminars;
    private final Materials materials;
    private final Calendar calendar;
    private final CalendarFiles files;

    PublicDownloads(Seminars seminars, Materials materials, Calendar calendar, CalendarFiles files) {
        this.seminars = seminars;
        this.materials = materials;
        this.calendar = calendar;
        this.files = files;
    }

    @GetMapping(SEMINAR + "/calendar.ics")
    ResponseEntity<byte[]> days(@PathVariable Language language, @PathVariable String slug, WebRequest request) {
        SeminarPage found = seminars.find(Asker.guest(), slug).orElseThrow(NotFound::new);
        byte[] file =
                files.write(events(found.card(), language), found.card().title().in(language), language);
        String tag = "\"" + Keys.hash(new String(file, StandardCharsets.UTF_8)) + "\"";
        CacheControl kept = CacheControl.noCache().cachePublic();
        if (request.checkNotModified(tag)) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                    .eTag(tag)
                    .cacheControl(kept)
                    .build();
        }
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .eTag(tag)
                .cacheControl(kept)
                .header("X-Robots-Tag", "noindex")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(slug + ".ics")
                                .build()
                                .toString())
                .body(file);
    }

    private List<CalendarEvent> events(SeminarCard card, Language language) {
        Instant from = card.starts().atZone(card.zone()).toInstant();
        Instant to = card.ends().atZone(card.zone()).toInstant();
        return calendar.between(Asker.guest(), from, to, new CalendarFilter(Set.of("seminar"), null), language).stream()
                .filter(event -> event.id().equals(card.id().value()))
                .toList();
    }

    /** Leads to where it is read. Counted, so a search engine had better not follow. */
    @GetMapping(SEMINAR + "/materials/{material:[0-9a-f-]{36}}")
    ResponseEntity<Void> material(@PathVariable String slug, @PathVariable String material) {
        SeminarPage found = seminars.find(Asker.guest(), slug).orElseThrow(NotFound::new);
        MaterialId id = materialOf(material);
        if (found.materials().stream().noneMatch(line -> line.id().equals(id))) {
            throw new NotFound();
        }
        return to(materials.open(Asker.guest(), id));
    }

    /** @throws NotFound if it is mangled */
    static MaterialId materialOf(String text) {
        try {
            return MaterialId.of(text);
        } catch (IllegalArgumentException mangled) {
            throw new NotFound();
        }
    }

    static ResponseEntity<Void> to(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(address))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Robots-Tag", "noindex")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }
}
