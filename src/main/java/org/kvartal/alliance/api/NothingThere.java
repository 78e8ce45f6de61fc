package org.kvartal.alliance.api;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.kvartal.alliance.AlliancePages;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Says what is wrong with addresses below {@code /api} at which there is nothing. */
@Controller
@Hidden
class NothingThere {

    private static final String READING = "GET, HEAD, OPTIONS";

    @RequestMapping({"/api", "/api/**"})
    void nothing(HttpServletRequest request, HttpServletResponse response) {
        if (!HttpMethod.GET.matches(request.getMethod()) && !HttpMethod.HEAD.matches(request.getMethod())) {
            response.setHeader(HttpHeaders.ALLOW, READING);
            throw Refusal.of(HttpStatus.METHOD_NOT_ALLOWED, "method");
        }
        throw Refusal.of(HttpStatus.NOT_FOUND, "no-address", AlliancePages.API + "/entries");
    }
}
