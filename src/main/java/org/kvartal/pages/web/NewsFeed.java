package org.kvartal.pages.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Markdown;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Secret;
import org.kvartal.pages.PagesPaths;
import org.kvartal.pages.PublishedNews;
import org.kvartal.pages.PublishedNews.Piece;
import org.kvartal.site.AtomFeed;
import org.kvartal.site.AtomFeed.Content;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.context.request.WebRequest;

/** The newest news for feed readers, each in the language in which it was written. */
@Controller
class NewsFeed {

    private static final int ENTRIES = 20;
    private static final MediaType ATOM = new MediaType("application", "atom+xml", StandardCharsets.UTF_8);

    private final PublishedNews news;
    private final Messages messages;
    private final House house;

    NewsFeed(PublishedNews news, Messages messages, House house) {
        this.news = news;
        this.messages = messages;
        this.house = house;
    }

    @GetMapping(PagesPaths.FEED)
    ResponseEntity<byte[]> show(WebRequest request) {
        byte[] feed = AtomFeed.of(
                        house.name() + " – " + messages.text(house.language(), "pages.news.title"),
                        house.address(PagesPaths.FEED),
                        house.address(PagesPaths.NEWS),
                        news.newest(null, ENTRIES).stream().map(this::entry).toList())
                .bytes();
        String tag = "\"" + HexFormat.of().formatHex(Secret.sha256(feed)) + "\"";
        CacheControl kept = CacheControl.noCache().cachePublic();
        if (request.checkNotModified(tag)) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                    .eTag(tag)
                    .cacheControl(kept)
                    .build();
        }
        return ResponseEntity.ok()
                .contentType(ATOM)
                .eTag(tag)
                .cacheControl(kept)
                .body(feed);
    }

    /** What was brought in later stands under its day all the same. */
    private Instant published(Piece piece) {
        return piece.day().isBefore(house.day(piece.published()))
                ? piece.day().atStartOfDay(house.zone()).toInstant()
                : piece.published();
    }

    private AtomFeed.Entry entry(Piece piece) {
        Language language = piece.title().source();
        return new AtomFeed.Entry(
                "urn:uuid:" + piece.id(),
                piece.title().in(language),
                house.address("/" + language.code() + PagesPaths.inPublic(piece.number())),
                house.name(),
                published(piece),
                piece.changed(),
                new Content.Rendered(Markdown.render(piece.text().in(language))));
    }
}
