package org.kvartal.accounts.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.kvartal.accounts.domain.SignIns;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Secret;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * The two cookies of the house: who is signed in, and that somebody has signed in with this browser before. Scripts can't read them,
 * other sites' requests that change something don't carry them, and under TLS the {@code __Host-} prefix keeps neighbouring
 * host names from setting them.
 */
@Component
class SignInCookies {

    private static final String LEFT = "kvartal-left";
    private static final Duration LEAVING = Duration.ofSeconds(8);
    private static final Duration BROWSER_KNOWN = Duration.ofDays(400);

    private final House house;

    SignInCookies(House house) {
        this.house = house;
    }

    Optional<Secret> signIn(HttpServletRequest request) {
        return read(request, signIn());
    }

    Optional<Secret> browser(HttpServletRequest request) {
        return read(request, browser());
    }

    /** Signs this browser in, until it closes or, remembered, for as long as a sign-in may live. */
    void set(HttpServletResponse response, SignIns.Started started) {
        var cookie = cookie(signIn(), started.secret().text());
        add(response, started.remembered() ? cookie.maxAge(SignIns.LIFE) : cookie);
        add(response, cookie(browser(), started.browser().text()).maxAge(BROWSER_KNOWN));
    }

    /** Signs this browser out. It stays known, so that its owner is not slowed by strangers' guesses. */
    void clear(HttpServletResponse response) {
        add(response, cookie(signIn(), "").maxAge(Duration.ZERO));
    }

    /**
     * Notes for a few seconds that somebody has just left: a page of the workspace that notices the end while the browser is on its way out
     * loads itself again, and would end at the sign-in page.
     */
    void leave(HttpServletResponse response, Language language) {
        clear(response);
        add(response, cookie(LEFT, language.code()).path("/app").maxAge(LEAVING));
    }

    /** In which language somebody has just left, if they have. */
    Optional<Language> left(HttpServletRequest request) {
        return value(request, LEFT).flatMap(Language::of);
    }

    private String signIn() {
        return house.secure() ? "__Host-kvartal" : "kvartal";
    }

    private String browser() {
        return house.secure() ? "__Host-kvartal-browser" : "kvartal-browser";
    }

    private ResponseCookie.ResponseCookieBuilder cookie(String name, String value) {
        return ResponseCookie.from(name, value)
                .httpOnly(true)
                .secure(house.secure())
                .sameSite("Lax")
                .path("/");
    }

    private static void add(HttpServletResponse response, ResponseCookie.ResponseCookieBuilder cookie) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.build().toString());
    }

    private static Optional<Secret> read(HttpServletRequest request, String name) {
        return value(request, name).flatMap(Secret::of);
    }

    private static Optional<String> value(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .findFirst()
                        .map(Cookie::getValue);
    }
}
