package org.kvartal.site;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pages that a module above wants search engines to find. */
public interface SitemapPart {

    /** The part's name in the address of its sitemap: lower-case Latin letters. */
    String name();

    /** How many public pages the module has now. */
    long count();

    /** A stretch of the module's public pages in a lasting order. */
    List<Page> pages(long offset, int limit);

    /**
     * A page that exists in every language of the house.
     *
     * @param path the path below the language prefix, such as {@code /threads/12}
     * @param changed when its content last changed, null where nobody knows
     */
    record Page(String path, @Nullable Instant changed) {}
}
