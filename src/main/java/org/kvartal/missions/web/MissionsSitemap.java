package org.kvartal.missions.web;

import java.util.ArrayList;
import java.util.List;
import org.kvartal.missions.MissionPages;
import org.kvartal.missions.Missions;
import org.kvartal.site.SitemapPart;
import org.springframework.stereotype.Component;

/** Lets search engines find where the house has travelled. */
@Component
class MissionsSitemap implements SitemapPart {

    private final Missions missions;

    MissionsSitemap(Missions missions) {
        this.missions = missions;
    }

    @Override
    public String name() {
        return "missions";
    }

    /** The list is a page, too. */
    @Override
    public long count() {
        return missions.countOpen() + 1;
    }

    @Override
    public List<Page> pages(long offset, int limit) {
        List<Page> pages = new ArrayList<>();
        if (offset == 0) {
            pages.add(new Page(MissionPages.PUBLIC_MISSIONS, null));
        }
        missions.openPages(Math.max(0, offset - 1), limit - pages.size())
                .forEach(one -> pages.add(new Page(MissionPages.inPublic(one.code()), one.changedAt())));
        return pages;
    }
}
