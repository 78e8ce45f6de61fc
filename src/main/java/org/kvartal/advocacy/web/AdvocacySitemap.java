package org.kvartal.advocacy.web;

import java.util.ArrayList;
import java.util.List;
import org.kvartal.advocacy.AdvocacyPages;
import org.kvartal.advocacy.OpenLists;
import org.kvartal.site.SitemapPart;
import org.springframework.stereotype.Component;

/** Lets search engines find what was asked for and what is done. */
@Component
class AdvocacySitemap implements SitemapPart {

    private final OpenLists lists;

    AdvocacySitemap(OpenLists lists) {
        this.lists = lists;
    }

    @Override
    public String name() {
        return "recommendations";
    }

    /** The two lists are pages, too. */
    @Override
    public long count() {
        return lists.count() + 2;
    }

    @Override
    public List<Page> pages(long offset, int limit) {
        List<Page> pages = new ArrayList<>();
        if (offset == 0) {
            pages.add(new Page(AdvocacyPages.PUBLIC_RECOMMENDATIONS, null));
        }
        if (offset <= 1 && pages.size() < limit) {
            pages.add(new Page(AdvocacyPages.PUBLIC_MEASURES, null));
        }
        lists.pages(Math.max(0, offset - 2), limit - pages.size())
                .forEach(one -> pages.add(new Page(
                        one.measure() ? AdvocacyPages.measureInPublic(one.code()) : AdvocacyPages.inPublic(one.code()),
                        one.changedAt())));
        return pages;
    }
}
