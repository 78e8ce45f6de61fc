package org.kvartal.site.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.MappingMatch;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses addresses that reach a servlet with a path of its own in disguise, as {@code /app;x} and {@code /%61pp} reach that of the
 * workspace. No page links to them, and Spring, which parses the address before its firewall looks at it, answers them with a failure.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PlainAddresses extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isPlain(request)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    private static boolean isPlain(HttpServletRequest request) {
        if (request.getHttpServletMapping().getMappingMatch() != MappingMatch.PATH) {
            return true;
        }
        String address = request.getRequestURI();
        String servlet = request.getServletPath();
        return address.equals(servlet) || address.startsWith(servlet + "/");
    }
}
