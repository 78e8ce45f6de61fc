package org.kvartal.seminars.web;

import java.util.ArrayList;
import java.util.List;
import org.kvartal.seminars.AnnouncedSeminars;
import org.kvartal.seminars.SeminarPages;
import org.kvartal.site.SitemapPart;
import org.springframework.stereotype.Component;

/** Lets search engines find the seminars. */
@Component
class SeminarSitemap implements SitemapPart {

    private final AnnouncedSeminars seminars;

    SeminarSitemap(AnnouncedSeminars seminars) {
        this.seminars = seminars;
    }

    @Override
    public String name() {
        return "seminars";
    }

    /** The list is a page, too. */
    @Override
    public long count() {
        return seminars.count() + 1;
    }

    @Override
    public List<Page> pages(long offset, int limit) {
        List<Page> pages = new ArrayList<>();
        if (offset == 0) {
            pages.add(new Page(SeminarPages.PUBLIC_SEMINARS, null));
        }
        seminars.pages(Math.max(0, offset - 1), limit - pages.size())
                .forEach(one -> pages.add(new Page(SeminarPages.inPublic(one.slug()), one.changedAt())));
        return pages;
    }
}
