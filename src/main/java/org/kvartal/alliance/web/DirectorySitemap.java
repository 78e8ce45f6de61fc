package org.kvartal.alliance.web;

import java.util.List;
import org.kvartal.alliance.AlliancePages;
import org.kvartal.alliance.Directory;
import org.kvartal.site.SitemapPart;
import org.springframework.stereotype.Component;

/** Lets search engines find the entries. */
@Component
class DirectorySitemap implements SitemapPart {

    private final Directory directory;

    DirectorySitemap(Directory directory) {
        this.directory = directory;
    }

    @Override
    public String name() {
        return "directory";
    }

    @Override
    public long count() {
        return directory.numbers().entries();
    }

    @Override
    public List<Page> pages(long offset, int limit) {
        return directory.listPublic(offset, limit).stream()
                .map(entry -> new Page(AlliancePages.inPublic(entry.slug()), entry.changedAt()))
                .toList();
    }
}
