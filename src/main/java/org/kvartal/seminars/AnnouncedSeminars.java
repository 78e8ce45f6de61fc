package org.kvartal.seminars;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/** All seminars of which everybody may read, for what lists them all. */
public interface AnnouncedSeminars {

    long count();

    /** A stretch of them in the order in which they were announced. */
    List<Announced> pages(long offset, int limit);

    /** The topics that they have, by their codes. */
    Set<String> topics();

    record Announced(String slug, Instant changedAt) {}
}
