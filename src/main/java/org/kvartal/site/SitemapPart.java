package org.kvartal.site;

import java.time.Instant;
import java.util.stream.Stream;

/** Pages that a module above wants search engines to find. */
public interface SitemapPart {

    /** All public pages of the module. The stream is closed by the reader and must not hold all of them in memory. */
    Stream<Page> pages();

    /**
     * A page that exists in every language of the house.
     *
     * @param path the path below the language prefix, such as {@code /threads/12}
     * @param changed when its content last changed
     */
    record Page(String path, Instant changed) {}
}
