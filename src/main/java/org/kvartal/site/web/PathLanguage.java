package org.kvartal.site.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.LocaleResolver;

/** Reads the language of a public page from its address; where the address has none, from what the browser accepts. */
class PathLanguage implements LocaleResolver {

    private final House house;

    PathLanguage(House house) {
        this.house = house;
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return of(request, house).locale();
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("the address says the language");
    }

    static Language of(HttpServletRequest request, House house) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String path = failed instanceof String uri ? uri : request.getRequestURI();
        return prefix(path)
                .or(() -> wanted(request))
                .filter(house.languages()::contains)
                .orElseGet(() -> house.accepted(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
    }

    private static Optional<Language> wanted(HttpServletRequest request) {
        try {
            return Language.of(request.getParameter("language"));
        } catch (IllegalStateException illegible) {
            // The page that says so has to speak some language.
            return Optional.empty();
        }
    }

    private static Optional<Language> prefix(String path) {
        int end = path.indexOf('/', 1);
        String first = path.isEmpty() ? "" : path.substring(1, end < 0 ? path.length() : end);
        return first.length() == 2 ? Language.of(first) : Optional.empty();
    }
}
