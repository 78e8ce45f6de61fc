package org.kvartal.site.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Leads from a page in a language that the house no longer offers to the same page in its first one: old links go on to work. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class OfferedAddresses extends OncePerRequestFilter {

    private final House house;

    OfferedAddresses(House house) {
        this.house = house;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI();
        if (request.getMethod().equals("GET") && isMissed(path)) {
            String query = request.getQueryString();
            response.setStatus(HttpStatus.FOUND.value());
            response.setHeader(
                    HttpHeaders.LOCATION,
                    "/" + house.language().code() + path.substring(3) + (query == null ? "" : "?" + query));
            return;
        }
        chain.doFilter(request, response);
    }

    private boolean isMissed(String path) {
        return Arrays.stream(Language.values())
                .filter(language -> !house.languages().contains(language))
                .map(language -> "/" + language.code())
                .anyMatch(prefix -> path.equals(prefix) || path.startsWith(prefix + "/"));
    }
}
