package org.kvartal.accounts.web;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.withDefaults;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.kvartal.site.SitePages;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Which addresses are which, for the security chain. Addresses below {@code /app} belong to Flow, those below {@code /my} to plain pages. */
final class Workspace {

    private static final PathPatternRequestMatcher.Builder PATHS = withDefaults();
    private static final Set<String> OPEN_PAGE_REQUESTS = Set.of("uidl", "heartbeat", "push");
    private static final Set<String> SENT_BY_ITSELF = Set.of("heartbeat", "push");

    /** The workspace itself. */
    static final RequestMatcher PAGES = anyOf("/app", "/app/**");

    /** What only somebody who is signed in may ask for. */
    static final RequestMatcher FOR_SIGNED_IN = anyOf("/app", "/app/**", "/my", "/my/**");

    /** Flow's scripts and styles, the same for everyone. */
    static final RequestMatcher STATIC =
            anyOf("/app/VAADIN/build/**", "/app/VAADIN/static/**", "/VAADIN/build/**", "/VAADIN/static/**");

    /** Where it matters who asks: somebody who is signed in also joins. Everywhere else no cookie is looked at. */
    static final RequestMatcher PERSONAL = personal();

    /**
     * What a page that is open already sends. It finds no session where the sign-in has ended, and is told so in the words that make
     * it load again; it can't begin one.
     */
    static final RequestMatcher OF_AN_OPEN_PAGE = Workspace::isOfAnOpenPage;

    /** What an open page sends with nobody before it, for as long as it lies open. */
    static final RequestMatcher BY_ITSELF = request -> SENT_BY_ITSELF.contains(requested(request));

    private Workspace() {}

    private static RequestMatcher personal() {
        RequestMatcher all = anyOf(
                "/app",
                "/app/**",
                "/my",
                "/my/**",
                "/files/**",
                "/VAADIN/**",
                "/{language}" + SitePages.JOIN,
                "/{language}" + SitePages.JOIN + "/**");
        return request -> all.matches(request) && !STATIC.matches(request);
    }

    private static boolean isOfAnOpenPage(HttpServletRequest request) {
        return PAGES.matches(request) && OPEN_PAGE_REQUESTS.contains(requested(request));
    }

    /** What Flow is asked for, empty where it is a page or none of its addresses. */
    private static String requested(HttpServletRequest request) {
        String query = request.getQueryString();
        if (query == null) {
            return "";
        }
        for (String parameter : query.split("&")) {
            if (parameter.startsWith("v-r=")) {
                return parameter.substring(4);
            }
        }
        return "";
    }

    private static RequestMatcher anyOf(String... patterns) {
        RequestMatcher[] matchers = new RequestMatcher[patterns.length];
        for (int i = 0; i < patterns.length; i++) {
            matchers[i] = PATHS.matcher(patterns[i]);
        }
        return new OrRequestMatcher(matchers);
    }
}
