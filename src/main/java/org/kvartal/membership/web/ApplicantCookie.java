package org.kvartal.membership.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Secret;
import org.kvartal.membership.Joining;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * The key of an application in its applicant's browser. Scripts can't read it, other sites' requests that change something don't carry it, and
 * under TLS the {@code __Host-} prefix keeps neighbouring host names from setting it. It lives as long as the letter's link.
 *
 * @see "Decision record 0080, an application is its applicant's by a key"
 */
@Component
class ApplicantCookie {

    private final House house;

    ApplicantCookie(House house) {
        this.house = house;
    }

    /** The key that the browser shows, if it can be one. */
    Optional<String> read(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name()))
                        .findFirst()
                        .map(Cookie::getValue)
                        .filter(key -> Secret.of(key).isPresent());
    }

    void set(HttpServletResponse response, Joining.Begun begun) {
        add(response, begun.key(), Duration.ofDays(Joining.LINK_DAYS));
    }

    void clear(HttpServletResponse response) {
        add(response, "", Duration.ZERO);
    }

    private String name() {
        return house.secure() ? "__Host-kvartal-join" : "kvartal-join";
    }

    private void add(HttpServletResponse response, String value, Duration life) {
        ResponseCookie cookie = ResponseCookie.from(name(), value)
                .httpOnly(true)
                .secure(house.secure())
                .sameSite("Lax")
                .path("/")
                .maxAge(life)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
