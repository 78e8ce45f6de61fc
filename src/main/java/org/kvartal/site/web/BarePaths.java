package org.kvartal.site.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.House;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.handler.AbstractHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/** Leads from an address without a language to the page in the reader's own: {@code /threads/12} to {@code /bg/threads/12}. */
class BarePaths extends AbstractHandlerMapping {

    private final ObjectProvider<RequestMappingHandlerMapping> pages;
    private final House house;
    private volatile @Nullable List<PathPattern> localized;

    BarePaths(ObjectProvider<RequestMappingHandlerMapping> pages, House house) {
        this.pages = pages;
        this.house = house;
        // After the pages themselves, before static files.
        setOrder(10);
    }

    @Override
    protected @Nullable Object getHandlerInternal(HttpServletRequest request) {
        if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            return null;
        }
        String path = request.getRequestURI();
        PathContainer wanted = PathContainer.parsePath("/en" + (path.equals("/") ? "" : path));
        return patterns().stream().anyMatch(pattern -> pattern.matches(wanted))
                ? (HttpRequestHandler) this::redirect
                : null;
    }

    private void redirect(HttpServletRequest request, HttpServletResponse response) {
        String path = request.getRequestURI();
        String query = request.getQueryString();
        response.setStatus(HttpStatus.FOUND.value());
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        response.setHeader(
                HttpHeaders.LOCATION,
                "/"
                        + house.accepted(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE))
                                .code()
                        + (path.equals("/") ? "" : path)
                        + (query == null ? "" : "?" + query));
    }

    private List<PathPattern> patterns() {
        List<PathPattern> known = localized;
        if (known == null) {
            known = pages.stream()
                    .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                    .flatMap(info -> info.getPathPatternsCondition() == null
                            ? Stream.empty()
                            : info.getPathPatternsCondition().getPatterns().stream())
                    .filter(pattern -> pattern.getPatternString().startsWith("/{language:"))
                    .toList();
            localized = known;
        }
        return known;
    }
}
