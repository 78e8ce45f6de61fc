package org.kvartal.membership.web;

import java.util.List;
import java.util.stream.Stream;
import org.kvartal.kernel.Asker;
import org.kvartal.membership.Bodies;
import org.kvartal.membership.MembershipPages;
import org.kvartal.site.SitemapPart;
import org.springframework.stereotype.Component;

/** Lets search engines find how to join, and the bodies of the house. */
@Component
class BodySitemap implements SitemapPart {

    private final Bodies bodies;

    BodySitemap(Bodies bodies) {
        this.bodies = bodies;
    }

    @Override
    public String name() {
        return "bodies";
    }

    @Override
    public long count() {
        return paths().count();
    }

    @Override
    public List<Page> pages(long offset, int limit) {
        return paths().skip(offset)
                .limit(limit)
                .map(path -> new Page(path, null))
                .toList();
    }

    private Stream<String> paths() {
        return Stream.concat(
                Stream.of(MembershipPages.JOIN, MembershipPages.PUBLIC_BODIES),
                bodies.all(Asker.guest()).stream().map(body -> MembershipPages.publicBody(body.slug())));
    }
}
