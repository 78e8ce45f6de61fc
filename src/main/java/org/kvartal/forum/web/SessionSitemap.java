package org.kvartal.forum.web;

import java.util.ArrayList;
import java.util.List;
import org.kvartal.forum.ForumPages;
import org.kvartal.forum.Sessions;
import org.kvartal.site.SitemapPart;
import org.springframework.stereotype.Component;

/** Lets search engines find the sessions. */
@Component
class SessionSitemap implements SitemapPart {

    private final Sessions sessions;

    SessionSitemap(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public String name() {
        return "sessions";
    }

    /** The list is a page, too. */
    @Override
    public long count() {
        return sessions.countPublic() + 1;
    }

    @Override
    public List<Page> pages(long offset, int limit) {
        List<Page> pages = new ArrayList<>();
        if (offset == 0) {
            pages.add(new Page(ForumPages.PUBLIC_SESSIONS, null));
        }
        sessions.listPublic(Math.max(0, offset - 1), limit - pages.size())
                .forEach(session -> pages.add(new Page(ForumPages.inPublic(session.code()), session.changedAt())));
        return pages;
    }
}
