package org.kvartal.accounts.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.House;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses requests that change something and come from another site's page: forms here hold no token, since public pages are the same
 * bytes for everyone. A browser says where a request comes from, in {@code Sec-Fetch-Site} or in {@code Origin}, and no page can make it
 * lie; whatever says neither is no browser's page and carries nobody's cookies.
 *
 * @see <a href="https://words.filippo.io/csrf/">Cross-Site Request Forgery, by Filippo Valsorda: the check of Go's standard library</a>
 */
class SameOriginFilter extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(SameOriginFilter.class);
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final House house;

    SameOriginFilter(House house) {
        this.house = house;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SAFE.contains(request.getMethod()) || comesFromHere(request)) {
            chain.doFilter(request, response);
            return;
        }
        // What opens something by itself stands in addresses of its own, and is long.
        log.warn(
                "Refused {} {} that came from another site",
                request.getMethod(),
                request.getServletPath().replaceAll("[^/]{16,}", "…"));
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }

    private boolean comesFromHere(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin") || site.equals("none");
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin == null) {
            return true;
        }
        String from = origin.toLowerCase(Locale.ROOT);
        return from.equals(house.baseUrl().toLowerCase(Locale.ROOT))
                || isHost(from, request.getHeader(HttpHeaders.HOST));
    }

    private static boolean isHost(String origin, @Nullable String host) {
        if (host == null) {
            return false;
        }
        try {
            return host.toLowerCase(Locale.ROOT).equals(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
