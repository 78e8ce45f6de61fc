package org.kvartal.advocacy;

import java.time.Instant;
import java.util.List;

/** What anybody may know of, in a lasting order: for whoever lists all pages. */
public interface OpenLists {

    /** How many public recommendations and measures there are. */
    long count();

    /** Recommendations first, then measures, each in the order of their codes. */
    List<OpenPage> pages(long offset, int limit);

    record OpenPage(boolean measure, String code, Instant changedAt) {}
}
