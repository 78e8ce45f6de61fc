package org.kvartal.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.kvartal.shell.ShellPages;

/** Where search is found. */
public final class SearchPages {

    /** The page of what is found, below {@code /app}; the whole question stands in its address. */
    public static final String SEARCH = "search";

    /** What is suggested while somebody types; takes {@code q}. */
    public static final String SUGGESTIONS = "/my/search.json";

    /** What resembles a title that is being typed; takes {@code title}. */
    public static final String SIMILAR = "/my/similar.json";

    private SearchPages() {}

    /** The page of what some words find. */
    public static String of(String words) {
        return ShellPages.path(SEARCH) + "?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
    }
}
