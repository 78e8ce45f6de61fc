package org.kvartal.pages.web;

import java.util.ArrayList;
import java.util.List;
import org.kvartal.pages.PagesPaths;
import org.kvartal.pages.PublishedNews;
import org.kvartal.pages.StandingPages;
import org.kvartal.site.SitemapPart;
import org.springframework.stereotype.Component;

/** Lets search engines find the standing pages and the news. */
@Component
class PagesSitemap implements SitemapPart {

    private final StandingPages standing;
    private final PublishedNews news;

    PagesSitemap(StandingPages standing, PublishedNews news) {
        this.standing = standing;
        this.news = news;
    }

    @Override
    public String name() {
        return "pages";
    }

    @Override
    public long count() {
        return first(news.count()).size() + news.count();
    }

    @Override
    public List<Page> pages(long offset, int limit) {
        List<Page> first = first(news.count());
        List<Page> pages =
                new ArrayList<>(first.stream().skip(offset).limit(limit).toList());
        news.pages(Math.max(0, offset - first.size()), limit - pages.size())
                .forEach(one -> pages.add(new Page(PagesPaths.inPublic(one.number()), one.changed())));
        return pages;
    }

    /** The list of news is a page, too, where there are any. */
    private List<Page> first(long count) {
        List<Page> first = new ArrayList<>();
        standing.written().forEach(page -> first.add(new Page(page.page().path(), page.changed())));
        if (count > 0) {
            first.add(new Page(PagesPaths.NEWS, null));
        }
        return first;
    }
}
