package org.kvartal.membership.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.kvartal.membership.Joining;
import org.springframework.stereotype.Component;

/** Opens to a browser the application whose key it shows. */
@Component
class Applicants {

    private final Joining joining;
    private final ApplicantCookie cookie;

    Applicants(Joining joining, ApplicantCookie cookie) {
        this.joining = joining;
        this.cookie = cookie;
    }

    Optional<Opened> open(HttpServletRequest request) {
        return cookie.read(request).flatMap(key -> joining.look(key).map(page -> new Opened(key, page)));
    }
}
