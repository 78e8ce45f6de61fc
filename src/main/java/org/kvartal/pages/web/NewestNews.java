package org.kvartal.pages.web;

import java.util.Map;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Wording;
import org.kvartal.pages.PublishedNews;
import org.kvartal.site.FrontPagePart;
import org.kvartal.site.When;
import org.springframework.stereotype.Component;

/** The newest news, on the front page. */
@Component
class NewestNews implements FrontPagePart {

    private static final int ROWS = 3;

    private final PublishedNews news;
    private final Wording wording;
    private final House house;

    NewestNews(PublishedNews news, Wording wording, House house) {
        this.news = news;
        this.wording = wording;
        this.house = house;
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public String version() {
        return news.version(ROWS);
    }

    @Override
    public String fragment() {
        return "pages/front :: newest";
    }

    @Override
    public Map<String, Object> model(Language language) {
        return Map.of(
                "pagesNewest",
                news.newest(null, ROWS),
                "pagesWhen",
                new When(wording, language, house.zone()),
                "pagesExcerpts",
                new Excerpts(language));
    }
}
