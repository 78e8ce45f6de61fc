package org.kvartal.pages.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.kvartal.files.FilePages;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.pages.PagesPaths;
import org.kvartal.pages.PublishedNews.Piece;
import org.kvartal.pages.PublishedNews.Shown;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * A piece of news as search engines read it.
 *
 * @see <a href="https://schema.org/NewsArticle">schema.org, NewsArticle</a>
 */
@Component
class StructuredNews {

    private final House house;
    private final JsonMapper json;

    StructuredNews(House house, JsonMapper json) {
        this.house = house;
        this.json = json;
    }

    String json(Piece piece, Language language) {
        String address = house.address("/" + language.code() + PagesPaths.inPublic(piece.number()));
        Map<String, Object> publisher = new LinkedHashMap<>();
        publisher.put("@type", "Organization");
        publisher.put("name", house.name());
        publisher.put("url", house.baseUrl());
        Map<String, Object> article = new LinkedHashMap<>();
        article.put("@context", "https://schema.org");
        article.put("@type", "NewsArticle");
        article.put("@id", address);
        article.put("url", address);
        article.put("headline", piece.title().in(language));
        article.put("inLanguage", piece.text().shownIn(language).code());
        article.put("datePublished", piece.day().toString());
        article.put("dateModified", piece.changed().toString());
        Shown picture = piece.picture();
        if (picture != null) {
            article.put("image", house.address(FilePages.file(picture.file())));
        }
        article.put("author", publisher);
        article.put("publisher", publisher);
        return json.writeValueAsString(article);
    }
}
