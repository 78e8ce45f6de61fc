package org.kvartal.discussions.web;

import java.util.List;
import org.kvartal.discussions.DiscussionsPages;
import org.kvartal.discussions.Threads;
import org.kvartal.site.SitemapPart;
import org.springframework.stereotype.Component;

/** Lets search engines find the threads of public spaces. */
@Component
class ThreadSitemap implements SitemapPart {

    private final Threads threads;

    ThreadSitemap(Threads threads) {
        this.threads = threads;
    }

    @Override
    public String name() {
        return "threads";
    }

    @Override
    public long count() {
        return threads.countPublic();
    }

    @Override
    public List<Page> pages(long offset, int limit) {
        return threads.listPublic(offset, limit).stream()
                .map(thread -> new Page(DiscussionsPages.inPublic(thread.number()), thread.lastPostAt()))
                .toList();
    }
}
