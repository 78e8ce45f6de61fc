package org.kvartal.forum.web;

import static org.kvartal.site.SitePages.LANGUAGE;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kvartal.forum.ForumPages;
import org.kvartal.forum.ItemId;
import org.kvartal.forum.MinutesDesk;
import org.kvartal.forum.MinutesDesk.MinutesPage;
import org.kvartal.forum.MinutesDesk.Paragraph;
import org.kvartal.forum.web.PublicTrail.Became;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Wording;
import org.kvartal.site.PublicPage;
import org.kvartal.site.PublicPages;
import org.kvartal.site.When;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Published minutes, on a plain page and in print, without what is internal and without names. */
@Controller
class PublicMinutes {

    private static final String PATH =
            LANGUAGE + ForumPages.PUBLIC_SESSIONS + "/{code:" + ForumPages.CODE + "}/minutes";
    private static final CacheControl KEPT =
            CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();

    private final MinutesDesk minutes;
    private final MinutesSheets sheets;
    private final PublicTrail trail;
    private final PublicPages pages;
    private final Messages messages;
    private final Wording wording;
    private final House house;

    PublicMinutes(
            MinutesDesk minutes,
            MinutesSheets sheets,
            PublicTrail trail,
            PublicPages pages,
            Messages messages,
            Wording wording,
            House house) {
        this.minutes = minutes;
        this.sheets = sheets;
        this.trail = trail;
        this.pages = pages;
        this.messages = messages;
        this.wording = wording;
        this.house = house;
    }

    /** @param edition an earlier one, null for the newest */
    @GetMapping(PATH)
    ResponseEntity<byte[]> page(
            @PathVariable Language language,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable Integer edition,
            HttpServletRequest request,
            HttpServletResponse response) {
        MinutesPage shown = find(code, edition);
        List<ItemId> items = shown.paragraphs().stream()
                .map(Paragraph::item)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Became became = trail.of(code, items, language);
        String version = became.version(MinutesSheets.version(shown));
        return pages.answer(request, response, "forum/minutes", version, () -> {
            Map<String, Object> model = new HashMap<>();
            String title = messages.text(
                    language, "forum.minutes.of", shown.session().title().in(language));
            String path = ForumPages.publicMinutes(code);
            model.put(
                    "page",
                    edition == null
                            ? PublicPage.of(language, path, title, messages.text(language, "forum.minutes.public-lead"))
                            : PublicPage.unlisted(language, path + "?edition=" + edition, title));
            model.put("minutes", shown);
            model.put("became", became);
            model.put("when", new When(wording, language, house.zone()));
            model.put("words", new ForumWords(messages, wording, language, house.zone()));
            model.put("published", Objects.requireNonNull(shown.edition().published()));
            return model;
        });
    }

    @GetMapping(PATH + ".pdf")
    ResponseEntity<byte[]> printed(
            @PathVariable Language language,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable Integer edition,
            HttpServletRequest request,
            HttpServletResponse response) {
        return sheets.answer(request, response, find(code, edition), language, KEPT);
    }

    private MinutesPage find(String code, @Nullable Integer edition) {
        return minutes.find(Asker.guest(), code, edition).orElseThrow(NotFound::new);
    }
}
