package org.kvartal.discussions.web;

import org.jspecify.annotations.Nullable;
import org.kvartal.discussions.DiscussionsPages;
import org.kvartal.discussions.Threads.SpaceCard;
import org.kvartal.kernel.Language;

/**
 * Addresses of the public list, which the filters of a page lead to: each changes one choice and keeps the other.
 *
 * @param needs whether the list shows needs alone
 * @param space the one whose threads are shown, null for all
 */
record ListAddress(
        Language language, boolean needs, @Nullable SpaceCard space) {

    /** Below the language prefix. */
    static String of(boolean needs, @Nullable SpaceCard space) {
        String path = DiscussionsPages.PUBLIC_THREADS;
        if (needs) {
            path += "?" + DiscussionsPages.ONLY_NEEDS;
        }
        return space == null ? path : path + (needs ? "&" : "?") + "space=" + space.address();
    }

    public String here() {
        return prefixed(of(needs, space));
    }

    /** With needs alone, or with all again. */
    public String otherKind() {
        return prefixed(of(!needs, space));
    }

    public String everywhere() {
        return prefixed(of(needs, null));
    }

    public String in(SpaceCard other) {
        return prefixed(of(needs, other));
    }

    /** The part of the list that begins after a key. */
    public String after(String key) {
        String here = here();
        return here + (here.contains("?") ? "&" : "?") + "after=" + key;
    }

    private String prefixed(String path) {
        return "/" + language.code() + path;
    }
}
