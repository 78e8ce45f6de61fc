package org.kvartal.pages.web;

import static org.kvartal.site.SitePages.LANGUAGE;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kvartal.files.FilePages;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Markdown;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Wording;
import org.kvartal.pages.PagesPaths;
import org.kvartal.pages.PublishedNews;
import org.kvartal.pages.PublishedNews.Piece;
import org.kvartal.pages.PublishedNews.Place;
import org.kvartal.pages.PublishedNews.Shown;
import org.kvartal.site.PublicPage;
import org.kvartal.site.PublicPages;
import org.kvartal.site.When;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The news of the house, and each of them. */
@Controller
class NewsPage {

    /** Of a page of the list. */
    static final int ROWS = 12;

    /** Of a description in search results and link previews, in characters. */
    private static final int SUMMARY = 160;

    private final PublishedNews news;
    private final StructuredNews structured;
    private final PublicPages pages;
    private final Messages messages;
    private final Wording wording;
    private final House house;

    NewsPage(
            PublishedNews news,
            StructuredNews structured,
            PublicPages pages,
            Messages messages,
            Wording wording,
            House house) {
        this.news = news;
        this.structured = structured;
        this.pages = pages;
        this.messages = messages;
        this.wording = wording;
        this.house = house;
    }

    @GetMapping(LANGUAGE + PagesPaths.NEWS)
    ResponseEntity<byte[]> list(
            @PathVariable Language language,
            @RequestParam(required = false) @Nullable String before,
            HttpServletRequest request,
            HttpServletResponse response) {
        Place place = PlaceKey.read(before).orElse(null);
        // One more tells whether the list goes on.
        List<Piece> found = news.newest(place, ROWS + 1);
        String version = found.stream()
                        .map(piece -> piece.number() + ":" + piece.version())
                        .toList() + "";
        return pages.answer(request, response, "pages/news", version, () -> model(found, place, language));
    }

    private Map<String, Object> model(List<Piece> found, @Nullable Place place, Language language) {
        List<Piece> shown = found.subList(0, Math.min(ROWS, found.size()));
        Map<String, Object> model = new HashMap<>();
        model.put(
                "page",
                new PublicPage(
                        language,
                        PagesPaths.NEWS + (place == null ? "" : "?before=" + PlaceKey.write(place)),
                        messages.text(language, "pages.news.title"),
                        messages.text(language, "pages.news.lead", house.name()),
                        PagesPaths.FEED,
                        null,
                        null,
                        place == null,
                        false));
        model.put("pieces", shown);
        model.put("continued", place != null);
        model.put("older", found.size() > ROWS ? PlaceKey.write(shown.getLast().place()) : null);
        model.put("when", new When(wording, language, house.zone()));
        model.put("excerpts", new Excerpts(language));
        return model;
    }

    @GetMapping(LANGUAGE + PagesPaths.NEWS + "/{number:\\d{1,15}}")
    @Nullable ResponseEntity<byte[]> piece(
            @PathVariable Language language,
            @PathVariable long number,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Piece piece = news.find(number).orElse(null);
        if (piece == null) {
            if (!news.isWithdrawn(number)) {
                throw new NotFound();
            }
            response.sendError(HttpServletResponse.SC_GONE);
            return null;
        }
        return pages.answer(
                request, response, "pages/piece", String.valueOf(piece.version()), () -> model(piece, language));
    }

    private Map<String, Object> model(Piece piece, Language language) {
        String source = piece.text().in(language);
        Shown picture = piece.picture();
        Map<String, Object> model = new HashMap<>();
        model.put(
                "page",
                PublicPage.of(
                                language,
                                PagesPaths.inPublic(piece.number()),
                                piece.title().in(language),
                                Markdown.excerpt(source, SUMMARY))
                        .withFeed(PagesPaths.FEED)
                        .withPicture(picture == null ? null : FilePages.file(picture.file()))
                        .withJsonLd(structured.json(piece, language)));
        model.put("piece", piece);
        model.put("shown", piece.text().shownIn(language));
        model.put("html", Markdown.render(source));
        model.put("when", new When(wording, language, house.zone()));
        return model;
    }
}
